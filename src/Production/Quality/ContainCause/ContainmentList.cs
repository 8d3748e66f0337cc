namespace Voltloop.Quality.ContainCause;

/// <summary>Everything that causes found so far may have touched, and where it is now.</summary>
/// <param name="Findings">Causes that were written back.</param>
/// <param name="Units">The units, those in the field first.</param>
internal sealed record ContainmentList(IReadOnlyList<CauseFinding> Findings, IReadOnlyList<ContainedUnit> Units)
{
    /// <summary>Units still in the field.</summary>
    public int InField => Units.Where(unit => unit.State == ContainedUnit.InField).DistinctBy(unit => unit.Id, StringComparer.Ordinal).Count();
}
