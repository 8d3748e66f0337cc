using Voltloop.Health.Model;
using Voltloop.Health.ShowCapacity;
using Voltloop.Record.Statements;

namespace Voltloop.Health.EstimateCharge;

/// <summary>State of charge over time, in the shape that the chart element reads.</summary>
/// <param name="SeriesId">Series that it comes from; absent when the charge was never estimated.</param>
/// <param name="X">Time in hours.</param>
/// <param name="Series">Charge and the ends of its interval in %.</param>
/// <param name="Marks">Lines across the chart.</param>
internal sealed record ChargeResource(string? SeriesId, ChartAxis X, IReadOnlyList<ChartSeries> Series, IReadOnlyList<ChartMark> Marks)
{
    /// <summary>An empty chart.</summary>
    public static readonly ChargeResource None = new(null, new ChartAxis("Time (h)", []), [], []);

    /// <summary>Shows the columns of the series: seconds, charge, lower, upper.</summary>
    public static ChargeResource Of(string id, double[][] columns) => new(
        id,
        new ChartAxis("Time (h)", Array.ConvertAll(columns[0], second => Math.Round(second / 3600, 5))),
        [
            new("State of charge", "%", "line", Nullable(columns[1])), new("Interval from", "%", "band-lower", Nullable(columns[2])),
            new("Interval to", "%", "band-upper", Nullable(columns[3])),
        ],
        []);

    /// <summary>The open-circuit voltage in a statement of the model, as a chart; empty without one.</summary>
    public static ChargeResource Curve(RecordedStatement? model)
    {
        if (model is null || !model.Statement.Value.AsElement().TryGetProperty("openCircuitVolt", out var volts)) return None with { X = new ChartAxis("State of charge (%)", []) };
        double[] volt = [.. volts.EnumerateArray().Select(one => one.GetDouble())];
        return new ChargeResource(
            null, new ChartAxis("State of charge (%)", [.. volt.Select((_, i) => 100.0 * i / (volt.Length - 1))]), [new("Open-circuit voltage", "V", "line", Nullable(volt))], []);
    }

    private static double?[] Nullable(double[] values) => Array.ConvertAll(values, value => double.IsFinite(value) ? value : (double?)null);
}
