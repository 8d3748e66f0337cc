namespace Voltloop.Quality.AnalyseExperiment;

/// <summary>Where a surface is level.</summary>
/// <param name="Nature">minimum, maximum or saddle.</param>
/// <param name="Coded">Coded factors there.</param>
/// <param name="Levels">Levels there.</param>
/// <param name="Response">Response of the model there.</param>
/// <param name="Curvatures">Eigenvalues, the largest first.</param>
/// <param name="Inside">Whether it lies among the runs (no farther from the middle than the farthest of them).</param>
internal sealed record StationaryResource(string Nature, IReadOnlyList<double> Coded, IReadOnlyList<double> Levels, double Response, IReadOnlyList<double> Curvatures, bool Inside);
