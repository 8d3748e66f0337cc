namespace Voltloop.Kernels.Lineage;

/// <summary>A stretch of a coil, in metres from its beginning.</summary>
/// <param name="FromMetre">Where it begins.</param>
/// <param name="ToMetre">Where it ends; not before the beginning.</param>
/// <param name="Lane">Lane across the web, from 1; 0 for all.</param>
public readonly record struct CoilInterval(double FromMetre, double ToMetre, int Lane = 0)
{
    /// <summary>Whether both share material.</summary>
    public bool Overlaps(CoilInterval other) =>
        FromMetre < other.ToMetre && other.FromMetre < ToMetre && (Lane == 0 || other.Lane == 0 || Lane == other.Lane);

    /// <summary>The shared stretch, in metres of what was cut out: its own metre 0 is where it began.</summary>
    public CoilInterval Within(CoilInterval cut) =>
        new(Math.Max(FromMetre, cut.FromMetre) - cut.FromMetre, Math.Min(ToMetre, cut.ToMetre) - cut.FromMetre);
}
