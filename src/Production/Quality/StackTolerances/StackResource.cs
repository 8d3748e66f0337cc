namespace Voltloop.Quality.StackTolerances;

/// <summary>What tolerances add up to.</summary>
/// <param name="Table">File.</param>
/// <param name="Kind">linear, loop or locators.</param>
/// <param name="Stack">Result that was simulated.</param>
internal sealed record StackResource(string Table, string Kind, string Stack)
{
    /// <summary>Every result of the table.</summary>
    public required IReadOnlyList<StackSumResource> Sums { get; init; }

    /// <summary>Contributors of the result that was simulated, the largest first.</summary>
    public required IReadOnlyList<ContributorResource> Contributors { get; init; }

    /// <summary>The simulation.</summary>
    public required SimulationResource Simulation { get; init; }

    /// <summary>Tolerances of the least cost; empty when none were asked for.</summary>
    public IReadOnlyList<AllocationRow> Allocation { get; init; } = [];

    /// <summary>Layouts of locators; empty for other tables.</summary>
    public IReadOnlyList<LayoutResource> Layouts { get; init; } = [];

    /// <summary>What the reader should know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
