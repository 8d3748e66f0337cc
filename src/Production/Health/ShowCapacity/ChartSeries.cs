namespace Voltloop.Health.ShowCapacity;

/// <summary>A series of a chart.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Kind">points, line, band-lower, band-upper or flag.</param>
/// <param name="Values">One per value of the axis; <c>null</c> where there is none.</param>
internal sealed record ChartSeries(string Label, string Unit, string Kind, double?[] Values);
