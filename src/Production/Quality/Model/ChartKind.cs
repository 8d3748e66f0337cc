namespace Voltloop.Quality.Model;

/// <summary>What a chart draws (ISO 7870-2 to -8).</summary>
internal enum ChartKind
{
    /// <summary>Means of subgroups, spread from their ranges.</summary>
    XbarR,

    /// <summary>Means of subgroups, spread from their standard deviations.</summary>
    XbarS,

    /// <summary>Ranges of subgroups.</summary>
    Range,

    /// <summary>Standard deviations of subgroups.</summary>
    Deviation,

    /// <summary>Single values, spread from the moving range.</summary>
    Individuals,

    /// <summary>Steps between neighbouring single values.</summary>
    MovingRange,

    /// <summary>Share of nonconforming items.</summary>
    P,

    /// <summary>Number of nonconforming items.</summary>
    Np,

    /// <summary>Number of nonconformities.</summary>
    C,

    /// <summary>Nonconformities per unit.</summary>
    U,

    /// <summary>Share of nonconforming items, limits widened by Laney's correction.</summary>
    LaneyP,

    /// <summary>Nonconformities per unit, limits widened by Laney's correction.</summary>
    LaneyU,

    /// <summary>Several products on one chart, each standardised by its own centre and spread.</summary>
    ShortRuns,

    /// <summary>What is new in each value of an autocorrelated process.</summary>
    Residuals,

    /// <summary>Exponentially weighted moving average.</summary>
    Ewma,

    /// <summary>Two-sided cumulative sum.</summary>
    Cusum,
}
