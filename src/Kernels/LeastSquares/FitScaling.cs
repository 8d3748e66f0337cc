namespace Voltloop.Kernels.LeastSquares;

/// <summary>How steps of different parameters are weighed against each other.</summary>
internal enum FitScaling
{
    /// <summary>By the largest slopes met so far.</summary>
    Largest,

    /// <summary>By the slopes at hand.</summary>
    Present,

    /// <summary>All alike.</summary>
    None,
}
