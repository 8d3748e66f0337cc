namespace Voltloop.Health.ShowCapacity;

/// <summary>Axis of a chart.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Values">Values, ascending.</param>
internal sealed record ChartAxis(string Label, double[] Values);
