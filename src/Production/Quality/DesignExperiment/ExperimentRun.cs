namespace Voltloop.Quality.DesignExperiment;

/// <summary>A run of a plan.</summary>
/// <param name="Order">When it is made, from 1.</param>
/// <param name="Standard">Its place in the standard order, from 1.</param>
/// <param name="Block">Block, from 1.</param>
/// <param name="Coded">Coded levels.</param>
/// <param name="Levels">Levels in the units of the factors.</param>
internal sealed record ExperimentRun(int Order, int Standard, int Block, IReadOnlyList<double> Coded, IReadOnlyList<double> Levels);
