using Voltloop.Health.Model.Lifetime;
using Voltloop.Health.ShowCapacity;
using Voltloop.Kernels.Forecasting;

namespace Voltloop.Health.ForecastLife;

/// <summary>A forecast over HTTP, in the shape that the chart element reads.</summary>
/// <param name="Status">reached, forecast, refused, or no-history.</param>
/// <param name="X">Cycle counts, measured and to come.</param>
/// <param name="Series">Measured and expected capacity in % of rated, with interval.</param>
/// <param name="Marks">The end of life, and where the fade turns.</param>
internal sealed record ForecastResource(string Status, ChartAxis X, IReadOnlyList<ChartSeries> Series, IReadOnlyList<ForecastMark> Marks)
{
    /// <summary>An empty answer.</summary>
    public static readonly ForecastResource None = new("no-history", new ChartAxis("Cycle", []), [], []);

    /// <summary>Expected, or seen, cycle of the end of life.</summary>
    public double? EndOfLifeCycle { get; init; }

    /// <summary>Lower end of its interval.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of its interval; absent when there is none.</summary>
    public double? Upper { get; init; }

    /// <summary>Coverage of the interval.</summary>
    public double? Level { get; init; }

    /// <summary>Cells, or particles, it rests on.</summary>
    public int? Cases { get; init; }

    /// <summary>Method.</summary>
    public string? Method { get; init; }

    /// <summary>Where the method comes from.</summary>
    public string? Reference { get; init; }

    /// <summary>Where it is valid, with measured errors.</summary>
    public string? Validity { get; init; }

    /// <summary>Why there is no forecast.</summary>
    public string? Refusal { get; init; }

    /// <summary>Cycle at which the fade turns from slow to fast.</summary>
    public double? KneeCycle { get; init; }

    /// <summary>Cycle at which the fade bends most (Kneedle), whether or not that is a turn.</summary>
    public double? BendCycle { get; init; }

    /// <summary>Where the end came, when an earlier moment was asked for.</summary>
    public double? Happened { get; init; }

    /// <summary>Shows a report.</summary>
    public static ForecastResource Of(LifeReport report)
    {
        var outlook = report.Outlook;
        var path = outlook.Forecast?.Path ?? [];
        var measured = ForecastChart.Measured(report);
        double[] x = [.. measured.Select(point => point.Cycle), .. path.Select(point => point.Cycle)];
        return new ForecastResource(outlook.Reached is not null ? "reached" : outlook.Forecast is not null ? "forecast" : "refused", new ChartAxis("Cycle", x), ForecastChart.Series(measured, path), ForecastChart.Marks(outlook))
        {
            EndOfLifeCycle = Finite(outlook.Reached ?? outlook.Forecast?.Cycle),
            Lower = Finite(outlook.Forecast?.Interval.Lower),
            Upper = Finite(outlook.Forecast?.Interval.Upper),
            Level = outlook.Forecast?.Level,
            Cases = outlook.Forecast?.Cases,
            Method = outlook.Method?.Method,
            Reference = outlook.Method?.Reference,
            Validity = outlook.Method?.Validity,
            Refusal = outlook.Refusal,
            KneeCycle = outlook.Knee?.Cycle,
            BendCycle = outlook.Bend is { } bend ? Math.Round(bend) : null,
            Happened = report.Happened,
        };
    }

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 1) : null;
}
