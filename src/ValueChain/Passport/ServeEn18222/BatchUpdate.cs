using Voltloop.Core.Problems;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>What became of a batch of updates.</summary>
/// <param name="Updated">Passports about which something new was written.</param>
/// <param name="Unchanged">Passports of which everything held already.</param>
/// <param name="Refused">Rows that were not taken.</param>
internal sealed record BatchUpdate(int Updated, int Unchanged, IReadOnlyList<Problem> Refused);
