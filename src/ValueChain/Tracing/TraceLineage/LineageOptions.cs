namespace Voltloop.Tracing.TraceLineage;

/// <summary>When the lineage index writes its base anew: section <c>Tracing:Lineage</c> of the settings.</summary>
internal sealed class LineageOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Tracing:Lineage";

    /// <summary>Fewer edges and closings than these since the base was written are always left in memory.</summary>
    public int SmallestDelta { get; set; } = 100_000;

    /// <summary>Share of the base's edges that may come since before it is written anew.</summary>
    public double LargestShare { get; set; } = 0.1;

    /// <summary>While catching up from far behind, as much as the base holds, at least so many edges, is kept before it is merged.</summary>
    public int SmallestCatchUp { get; set; } = 2_000_000;

    /// <summary>While capture rests, so many edges and closings are merged already: the next start has little to read.</summary>
    public int SmallestAtRest { get; set; } = 10_000;

    /// <summary>Share of the base's edges that are merged while capture rests.</summary>
    public double LargestShareAtRest { get; set; } = 0.01;

    /// <summary>Whether what came since the base was written is due to be merged.</summary>
    public bool IsDue(int added, int edges) => added >= SmallestDelta && added >= LargestShare * edges;

    /// <summary>Whether it is, while capture rests.</summary>
    public bool IsDueAtRest(int added, int edges) => added >= SmallestAtRest && added >= LargestShareAtRest * edges;
}
