namespace Voltloop.Record.Series;

/// <summary>A stored series without its samples.</summary>
/// <param name="Spec">What it is.</param>
/// <param name="Samples">Samples per channel.</param>
/// <param name="FirstAxis">First value of the axis channel; NaN when empty.</param>
/// <param name="LastAxis">Last value of the axis channel; NaN when empty.</param>
/// <param name="StoredBytes">Bytes that the compressed samples take.</param>
public sealed record SeriesInfo(SeriesSpec Spec, long Samples, double FirstAxis, double LastAxis, long StoredBytes);
