using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.CausalStructure;

/// <summary>
/// A structure learned from data: edges with directions where they can be known, and for each pair without an edge what separates it.
/// Valid where relations are linear (or monotone, with scores of ranks), units are independent of each other, nothing that was not measured
/// causes two of the variables, and the line does not run in circles; beyond that an edge is an association that none of the measured variables explains.
/// </summary>
public sealed class LearnedStructure
{
    private readonly Skeleton _skeleton;
    private readonly Orientation _orientation;

    private LearnedStructure(Skeleton skeleton, Orientation orientation)
    {
        (_skeleton, _orientation) = (skeleton, orientation);
        Edges = [.. orientation.Edges()];
    }

    /// <summary>The edges, each once.</summary>
    public IReadOnlyList<StructureEdge> Edges { get; }

    /// <summary>Pairs whose directions the data contradict; their edges are open.</summary>
    public IReadOnlyCollection<(int X, int Y)> Contradicted => _orientation.Contradicted;

    /// <summary>Tests of independence made.</summary>
    public long Tests => _skeleton.Tests;

    /// <summary>True when <see cref="StructureSettings.MaxTests"/> ended the search before its depth.</summary>
    public bool IsCut => _skeleton.IsCut;

    /// <summary>How it was searched.</summary>
    public StructureSearch Search { get; private init; }

    /// <summary>Learns a structure.</summary>
    /// <param name="correlations">Correlations of the variables, and the rows behind them.</param>
    /// <param name="tiers">Station of each variable, counted in the order of the line; the same for all when no order is known.</param>
    /// <param name="settings">Levels and depth.</param>
    /// <param name="cancellation">Ends it.</param>
    public static LearnedStructure Learn((Matrix Correlations, int Rows) correlations, IReadOnlyList<int> tiers, StructureSettings settings, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(tiers.Count, correlations.Correlations.Rows);
        var search = settings.Search ?? (correlations.Rows >= StructureSettings.RowsForWhole * tiers.Count ? StructureSearch.Stations : StructureSearch.Neighbours);
        var skeleton = search == StructureSearch.Stations ? StationSearch.Learn(correlations, tiers, settings, cancellation) : null;
        search = skeleton is null ? StructureSearch.Neighbours : StructureSearch.Stations;
        skeleton ??= NeighbourSearch.Learn(new PartialCorrelation(correlations.Correlations, correlations.Rows), tiers, settings, cancellation);
        return new LearnedStructure(skeleton, Orientation.Of(skeleton, tiers)) { Search = search };
    }

    /// <summary>Whether two variables are joined.</summary>
    public bool Joins(int x, int y) => x != y && _skeleton.Joins(x, y);

    /// <summary>Whether x is a direct cause of y for certain.</summary>
    public bool Causes(int x, int y) => _orientation.Causes(x, y);

    /// <summary>Whether the direction between two neighbours is open.</summary>
    public bool IsOpen(int x, int y) => _orientation.IsOpen(x, y);

    /// <summary>The strongest case against an edge; for a pair without one, what separates it.</summary>
    public Separation? Against(int x, int y) => _skeleton.Against(x, y);
}
