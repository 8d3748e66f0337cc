namespace Voltloop.Health.Model.Packs;

/// <summary>A figure of consistency over all cells.</summary>
/// <param name="Name">Kebab-case name.</param>
/// <param name="Label">In words.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Spread">Highest minus lowest.</param>
/// <param name="Limit">Distance from the median, in scaled median absolute deviations, beyond which a cell is an outlier.</param>
internal sealed record ConsistencyMetric(string Name, string Label, string Unit, double Spread, double Limit);
