using System.Text.Json;
using Voltloop.Record.Importing;

namespace Voltloop.Passport.Model;

/// <summary>What a payload says, seen through a dialect.</summary>
/// <param name="Facts">Facts, each of another term.</param>
/// <param name="Unmapped">JSON pointers of elements that no term covers.</param>
/// <param name="Findings">What was seen on the way.</param>
/// <param name="Residue">What is needed beside the facts to write the payload back unchanged; <c>null</c> when nothing is.</param>
internal sealed record PayloadReading(
    IReadOnlyList<PayloadFact> Facts, IReadOnlyList<string> Unmapped, IReadOnlyList<Finding> Findings, JsonElement? Residue);
