namespace Voltloop.Health.ShowCapacity;

/// <summary>A horizontal line of a chart.</summary>
/// <param name="Y">Where.</param>
/// <param name="Label">What it means.</param>
internal sealed record ChartMark(double Y, string Label);
