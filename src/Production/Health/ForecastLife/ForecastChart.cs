using Voltloop.Health.Model.Lifetime;
using Voltloop.Health.ShowCapacity;
using Voltloop.Kernels.Capacity;
using Voltloop.Kernels.Forecasting;

namespace Voltloop.Health.ForecastLife;

/// <summary>The lines of the chart of a forecast.</summary>
internal static class ForecastChart
{
    private const int Decimals = 3;

    /// <summary>Usable cycles that were looked at, in % of the capacity that counts as 100 %.</summary>
    public static (double Cycle, double Percent)[] Measured(LifeReport report)
    {
        var history = report.History;
        var flags = new CapacityFlag[history.Capacity.Length];
        CapacityScreen.Flag(history.Capacity, history.Rated ?? double.NaN, flags, new double[flags.Length]);
        int[] kept = [.. Enumerable.Range(0, flags.Length).Where(i => flags[i] == CapacityFlag.None && history.Cycle[i] <= report.Outlook.KnownTo)];
        var reference = history.Rated ?? InitialCapacity.Estimate(Array.ConvertAll(kept, i => history.Capacity[i])).Value;
        return Array.ConvertAll(kept, i => (history.Cycle[i], Math.Round(100 * history.Capacity[i] / reference, Decimals)));
    }

    /// <summary>Measured points, then the expected way with its interval.</summary>
    public static ChartSeries[] Series((double Cycle, double Percent)[] measured, IReadOnlyList<PathPoint> path)
    {
        ChartSeries To(string label, string kind, Func<PathPoint, double> part) => new(
            label, "%", kind, [.. measured.Select(_ => (double?)null), .. path.Select(point => (double?)Math.Round(100 * part(point), Decimals))]);
        ChartSeries points = new("Measured capacity", "%", "points", [.. measured.Select(point => (double?)point.Percent), .. path.Select(_ => (double?)null)]);
        return path.Count == 0 ? [points] : [points, To("Forecast", "line", point => point.Share), To("Interval from", "band-lower", point => Math.Min(point.Lower, point.Upper)), To("Interval to", "band-upper", point => Math.Max(point.Lower, point.Upper))];
    }

    /// <summary>The share at which life ends, and the turn of the fade.</summary>
    public static ForecastMark[] Marks(LifeOutlook outlook)
    {
        ForecastMark end = new("80 % of rated") { Y = 100 * LifeForecaster.End };
        return outlook.Knee is { } knee ? [end, new ForecastMark("knee") { X = Math.Round(knee.Cycle) }] : [end];
    }
}
