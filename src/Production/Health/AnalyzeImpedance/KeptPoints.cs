using Voltloop.Kernels.Impedance;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;

namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>Reads the points of a kept spectrum with what its circuit says there.</summary>
internal static class KeptPoints
{
    /// <summary>The points; none when the series is gone or hidden.</summary>
    public static async Task<IReadOnlyList<ImpedancePoint>> ReadAsync(IRecordReader record, KeptSpectrum kept, CancellationToken cancellation)
    {
        var points = new List<ImpedancePoint>();
        if (await record.FindSeriesAsync(kept.Series, cancellation) is null) return points;
        var circuit = kept.Circuit is { } known ? ImpedanceCircuit.Parse(known.Circuit) : null;
        // A parameter that the spectrum does not determine has no value, so nothing can be drawn.
        double[]? values = kept.Circuit?.Parameters.All(one => one.Value is not null) is true ? [.. kept.Circuit.Parameters.Select(one => one.Value!.Value)] : null;
        await foreach (var block in record.ReadSeriesAsync(kept.Series, new SeriesRange(), cancellation))
        {
            for (var i = 0; i < block.Count; i++) points.Add(Point(block, i, circuit, values));
        }

        return points;
    }

    private static ImpedancePoint Point(SeriesBlock block, int row, ImpedanceCircuit? circuit, double[]? values)
    {
        var point = new ImpedancePoint(block.Columns[0][row], block.Columns[1][row], block.Columns[2][row]);
        if (circuit is null || values is null) return point with { FittedRealOhm = double.NaN, FittedImaginaryOhm = double.NaN };
        var fitted = circuit.Ohm(point.FrequencyHertz, values);
        return point with { FittedRealOhm = fitted.Real, FittedImaginaryOhm = fitted.Imaginary };
    }
}
