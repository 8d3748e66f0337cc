using Voltloop.Kernels.Consistency;
using Voltloop.Kernels.Packs;
using Voltloop.Kernels.Robust;

namespace Voltloop.Health.Model.Packs;

/// <summary>Compares the cells of a pack with each other.</summary>
internal static class ConsistencyAssessment
{
    /// <summary>Share of sound packs that show any outlier, all figures together.</summary>
    public const double FalseShare = 0.05;

    private const double RestShare = 0.02;
    private const double LeastLoad = 0.1;
    private const double SensorVolt = 0.0005;
    private const int CurvePoints = 400;
    private const int Band = 8;

    private static readonly (string Name, string Label, string Unit, Func<CellConsistency, double?> Figure, double Floor)[] Figures =
    [
        ("rest-voltage", "voltage at rest", "mV", cell => cell.RestMillivolt, 1000 * SensorVolt),
        ("load-voltage", "voltage under load", "mV", cell => cell.LoadMillivolt, 1000 * SensorVolt),
        ("charge", "charge", "Ah", cell => cell.ChargeAh?.Value, 0),
        ("resistance", "resistance", "mOhm", cell => cell.Milliohm?.Value, 0),
        ("capacity", "capacity", "%", cell => cell.CapacityPercent?.Value, 0),
        ("entropy", "entropy of the voltage", "bit", cell => cell.EntropyBit, 0.02),
        ("correlation-distance", "shape of the voltage (1 - correlation)", "1", cell => cell.CorrelationDistance, 1e-5),
        ("warping", "curve of the voltage (time warping)", "mV", cell => cell.WarpingMillivolt, 1000 * SensorVolt),
    ];

    /// <summary>Compares.</summary>
    public static PackConsistency Of(PackRecording recording)
    {
        var (matrix, reference) = (recording.Matrix, PackReference.Of(recording.Matrix));
        var entropy = VoltageEntropy.Of(reference.Deviation);
        CellConsistency[] cells = [.. Enumerable.Range(0, matrix.Cells).Select(cell => One(recording, reference, cell, entropy[cell]))];
        var metrics = new List<ConsistencyMetric>();
        var outlying = cells.Select(_ => new List<string>()).ToArray();
        foreach (var figure in Figures)
        {
            var values = Array.ConvertAll(cells, cell => figure.Figure(cell) ?? double.NaN);
            double[] known = [.. values.Where(double.IsFinite)];
            if (known.Length < PackLimits.FewestCells) continue;
            var limit = OutlierLimit.For(known.Length, FalseShare / Figures.Length);
            var scores = RobustScores.Of(values, Floor(figure.Name, figure.Floor, cells));
            for (var i = 0; i < scores.Length; i++) if (Math.Abs(scores[i]) > limit) outlying[i].Add(figure.Label);
            metrics.Add(new ConsistencyMetric(figure.Name, figure.Label, figure.Unit, PackFigure.Round(known.Max() - known.Min()), Math.Round(limit, 2)));
        }

        var charge = metrics.Find(metric => string.Equals(metric.Name, "charge", StringComparison.Ordinal))?.Spread;
        return new PackConsistency(
            [.. cells.Select((cell, i) => cell with { Outlying = outlying[i] })], metrics, recording.CapacityAh is > 0 and var ah && charge is { } spread ? PackFigure.Round(100 * spread / ah) : null, Notes(matrix, reference));
    }

    private static CellConsistency One(PackRecording recording, PackReference reference, int cell, double entropy)
    {
        var (matrix, deviation) = (recording.Matrix, reference.Deviation[cell]);
        var (difference, _) = MeanDifference.Of(deviation, reference, matrix);
        double[] Where(Func<double, bool> wanted) => [.. deviation.Where((value, i) => double.IsFinite(value) && wanted(matrix.HasCurrent ? Math.Abs(matrix.Ampere[i]) : 0))];
        var step = Math.Max(1, matrix.Samples / CurvePoints);
        double[] Thin(double[] values) => [.. values.Where((_, i) => i % step == 0)];
        return new CellConsistency(
            recording.Cells[cell],
            PackFigure.Known(1000 * Median.Of(Where(ampere => ampere <= RestShare * reference.LargestAmpere))),
            matrix.HasCurrent ? PackFigure.Known(1000 * Median.Of(Where(ampere => ampere > LeastLoad * reference.LargestAmpere))) : null,
            PackFigure.Of(difference.ChargeAh, difference.ChargeDeviation, 1), PackFigure.Of(difference.Ohm, difference.OhmDeviation, 1000),
            PackFigure.Of(difference.Capacity, difference.CapacityDeviation, 100), PackFigure.Known(entropy),
            PackFigure.Known(CurveDistance.Correlation(matrix.Volt[cell], reference.Median)),
            PackFigure.Known(1000 * CurveDistance.Warping(Thin(matrix.Volt[cell]), Thin(reference.Median), Band)));
    }

    // What a regression cannot tell apart is no outlier: half an interval is the least scale.
    private static double Floor(string name, double floor, CellConsistency[] cells)
    {
        double Half(Func<CellConsistency, PackFigure?> figure) => Median.Of([.. cells.Select(figure).OfType<PackFigure>().Select(one => one.Half / 2)]);
        return name switch
        {
            "charge" => Half(cell => cell.ChargeAh),
            "resistance" => Half(cell => cell.Milliohm),
            "capacity" => Half(cell => cell.CapacityPercent),
            _ => floor,
        };
    }

    private static string[] Notes(PackMatrix matrix, PackReference reference)
    {
        var notes = new List<string>();
        if (!matrix.HasCurrent) notes.Add("The current was not measured: all samples count as rest, and neither charge, resistance nor capacity can be compared.");
        else if (reference.LargestAmpere <= 0) notes.Add("No current flowed: only voltages at rest can be compared.");
        else if (!reference.HasCharge) notes.Add("Voltage and charge did not move together: differences of charge and capacity cannot be told.");
        if (matrix.HasCurrent && reference.LargestAmpere > 0 && reference.Ohm <= 0) notes.Add("The current has too few steps for the resistance of the median cell: it was taken as 0.");
        return [.. notes];
    }
}
