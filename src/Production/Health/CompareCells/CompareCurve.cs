namespace Voltloop.Health.CompareCells;

/// <summary>A chart of the comparison.</summary>
internal enum CompareCurve
{
    /// <summary>Capacity over cycles, Ah.</summary>
    Capacity = 0,

    /// <summary>Capacity over cycles, % of rated.</summary>
    Share = 1,

    /// <summary>Incremental capacity over voltage.</summary>
    Incremental = 2,
}
