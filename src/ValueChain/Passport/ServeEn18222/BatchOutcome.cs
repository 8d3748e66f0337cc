using Voltloop.Core.Problems;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>What became of a batch.</summary>
/// <param name="Created">Identifiers of the new passports, in the order of the rows.</param>
/// <param name="Refused">Rows that were not taken.</param>
internal sealed record BatchOutcome(IReadOnlyList<string> Created, IReadOnlyList<Problem> Refused);
