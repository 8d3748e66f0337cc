namespace Voltloop.Health.ShowCapacity;

/// <summary>Curves over one axis, in the shape that the chart element reads.</summary>
/// <param name="X">Axis.</param>
/// <param name="Series">Curves; missing values are <c>null</c>.</param>
internal sealed record CurvesResource(ChartAxis X, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Most curves of one chart: as many as there are colours.</summary>
    public const int MostCurves = 6;

    private const int Decimals = 5;

    /// <summary>Brings curves on a grid of the same step to one axis.</summary>
    /// <param name="axis">Name of the axis with its unit.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="step">Step of the common grid, in the unit of the axis.</param>
    /// <param name="curves">Curves by name: places, ascending, and values.</param>
    public static CurvesResource Of(string axis, string unit, double step, IReadOnlyList<(string Label, double[] At, double[] Values)> curves)
    {
        var usable = curves.Where(curve => curve.At.Length > 1).ToList();
        if (usable.Count == 0) return new CurvesResource(new ChartAxis(axis, []), []);
        var (low, high) = (Math.Ceiling(usable.Min(curve => curve.At[0]) / step), Math.Floor(usable.Max(curve => curve.At[^1]) / step));
        double[] grid = [.. Enumerable.Range(0, Math.Max(1, (int)(high - low) + 1)).Select(i => Math.Round((low + i) * step, 9))];
        return new CurvesResource(new ChartAxis(axis, grid), [.. usable.Select(curve => new ChartSeries(curve.Label, unit, "line", Array.ConvertAll(grid, at => At(curve.At, curve.Values, at))))]);
    }

    /// <summary>So many places of a list that its first and last are among them, evenly spread.</summary>
    public static IEnumerable<int> Spread(int count) =>
        count <= MostCurves ? Enumerable.Range(0, count) : Enumerable.Range(0, MostCurves).Select(i => (int)Math.Round(i * (count - 1.0) / (MostCurves - 1)));

    private static double? At(double[] places, double[] values, double at)
    {
        if (at < places[0] || at > places[^1]) return null;
        var found = Array.BinarySearch(places, at);
        if (found >= 0) return Math.Round(values[found], Decimals);
        var right = ~found;
        var share = (at - places[right - 1]) / (places[right] - places[right - 1]);
        return Math.Round(values[right - 1] + (share * (values[right] - values[right - 1])), Decimals);
    }
}
