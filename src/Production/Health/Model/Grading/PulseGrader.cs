using Voltloop.Kernels.Conformal;
using Voltloop.Kernels.LinearAlgebra;
using Voltloop.Kernels.Regression;

namespace Voltloop.Health.Model.Grading;

/// <summary>
/// Estimates the state of health of cells of one type from pulses, learnt from reference cells whose capacity was measured. The
/// interval comes from reference cells left out of the fit, all readings of a cell together.
/// </summary>
internal sealed class PulseGrader
{
    /// <summary>Coverage of the interval.</summary>
    public const double Level = 0.9;

    /// <summary>Fewest reference cells.</summary>
    public const int FewestCells = 9;

    private const int Parts = 5;
    private const double Beyond = 0.1;
    private readonly (IRegression Model, double[] Errors) _known;
    private readonly Lazy<(IRegression Model, double[] Errors)> _unknown;
    private readonly (double Low, double High)[] _ranges;

    private PulseGrader(IReadOnlyList<PulseReading> readings, int[] cells)
    {
        _known = Learn(readings, cells, reading => reading.FeaturesWithCharge(), _ => PulseModels.WithCharge);
        _unknown = new Lazy<(IRegression, double[])>(() => Learn(readings, cells, reading => reading.Features(), PulseModels.WithoutCharge));
        _ranges = [.. Enumerable.Range(0, readings[0].FeaturesWithCharge().Length).Select(j => (
            readings.Min(reading => reading.FeaturesWithCharge()[j]), readings.Max(reading => reading.FeaturesWithCharge()[j])))];
        Cells = cells.Distinct().Count();
    }

    /// <summary>Reference cells.</summary>
    public int Cells { get; }

    /// <summary>Learns.</summary>
    /// <param name="readings">Readings with their measured state of health.</param>
    /// <param name="cells">Number of the cell of each reading.</param>
    public static PulseGrader Train(IReadOnlyList<PulseReading> readings, int[] cells)
    {
        if (cells.Distinct().Count() < FewestCells) throw new ArgumentException("There are too few reference cells.", nameof(cells));
        return new PulseGrader(readings, cells);
    }

    /// <summary>Estimates; <c>null</c> when the reading lies outside what the reference cells showed.</summary>
    public HealthEstimate? Estimate(PulseReading reading)
    {
        var isKnown = !double.IsNaN(reading.Charge);
        var features = isKnown ? reading.FeaturesWithCharge() : reading.Features();
        if (!features.Zip(_ranges, IsWithin).All(within => within)) return null;
        var (model, errors) = isKnown ? _known : _unknown.Value;
        var health = model.Predict(features);
        double[] likely = Array.ConvertAll(errors, error => health + error);
        return new HealthEstimate(health, SplitConformal.Of(errors, Level).Around(health), Level, likely);
    }

    private static bool IsWithin(double value, (double Low, double High) range)
    {
        var slack = Beyond * (range.High - range.Low);
        return value >= range.Low - slack && value <= range.High + slack;
    }

    private static (IRegression, double[]) Learn(IReadOnlyList<PulseReading> readings, int[] cells, Func<PulseReading, double[]> features, GroupedFit fit)
    {
        var table = Matrix.OfRows([.. readings.Select(features)]);
        double[] health = [.. readings.Select(reading => reading.Health!.Value)];
        var predicted = Folds.PredictWith(table, health, Folds.Grouped(cells, Parts), kept => fit(Array.ConvertAll(kept, i => cells[i])));
        return (fit(cells)(table, health), [.. health.Zip(predicted, (measured, p) => measured - p)]);
    }
}
