using System.Text.Json.Nodes;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>What a sender says about one term.</summary>
/// <param name="Term">The term.</param>
/// <param name="Value">Value in the unit of the term; <c>null</c> (JSON null) to end it.</param>
/// <param name="Location">JSON pointer in the body.</param>
internal sealed record DppFact(Term Term, JsonNode? Value, string Location)
{
    /// <summary>True when an object is a merge patch to what holds; false when it replaces it.</summary>
    public bool Merges { get; init; }
}
