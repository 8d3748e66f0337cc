using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Gauge;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Quality.StudyGauge;

/// <summary>Works a gauge study out; what the table has decides the kind of study.</summary>
internal static class GaugeAnalysis
{
    private const double Good = 10;
    private const double Bearable = 30;
    private const int FewestReferences = 3;

    /// <summary>Works a table out.</summary>
    /// <exception cref="ProblemException">The table does not allow it.</exception>
    public static GaugeResource Of(DelimitedTable table, GaugeRequest request)
    {
        var study = GaugeTable.Of(table);
        if (request.Tolerance is <= 0) throw new ProblemException(CommonProblems.InvalidValue, "The tolerance is above 0.", "tolerance");
        if (study.Judges) return AgreementAnalysis.Of(table.Name, study);
        if (study.Rows.Any(row => row.Reference is not null)) return References(table.Name, study);
        return study.IsNested ? Nested(table.Name, study, request) : Crossed(table.Name, study, request);
    }

    private static GaugeResource Crossed(string name, GaugeTable study, GaugeRequest request)
    {
        if (study.Parts.Count < 2 || study.Appraisers.Count < 2) throw new ProblemException(QualityProblems.TooFewPoints, $"The study has {study.Parts.Count} parts and {study.Appraisers.Count} appraisers; both must be 2 or more.", name);
        var values = study.Crossed();
        var repeats = values.GetLength(2);
        if (repeats < 2) throw new ProblemException(QualityProblems.TooFewPoints, "Every part was measured once by each appraiser; repeatability needs two times or more.", name);
        Varied(values, name);
        if (request.ByRanges) return Told(new GaugeResource(name, "crossed", "average and range (AIAG), computed constants"), GaugeStudy.ByRanges(values), request);
        var table = CrossedVariance.Of(values);
        var spread = GaugeStudy.Crossed(table, repeats, out var pooled);
        var method = pooled ? "analysis of variance, interaction pooled into repeatability" : "analysis of variance with interaction";
        return Told(new GaugeResource(name, "crossed", method), spread, request) with
        {
            Variance = [.. new[] { table.Part, table.Appraiser, table.Interaction, table.Repeat }.Select(VarianceResource.Of)], InteractionProbability = table.InteractionTest().Probability is var chance && double.IsFinite(chance) ? chance : null,
        };
    }

    private static GaugeResource Nested(string name, GaugeTable study, GaugeRequest request)
    {
        var values = study.Nested();
        if (values.GetLength(1) < 2 || values.GetLength(2) < 2) throw new ProblemException(QualityProblems.TooFewPoints, "A nested study needs two parts of each appraiser and two measurements of each part, or more.", name);
        Varied(values, name);
        var (spread, table) = GaugeStudy.Nested(values);
        return Told(new GaugeResource(name, "nested", "analysis of variance, parts nested in appraisers"), spread, request) with { Variance = [.. table.Select(VarianceResource.Of)] };
    }

    private static GaugeResource Told(GaugeResource study, GaugeSpread spread, GaugeRequest request)
    {
        SpreadRow Row(string source, double sigma) => new(source, sigma, 100 * sigma / spread.Total) { TolerancePercent = request.Tolerance is { } width ? 600 * sigma / width : null };
        var classes = spread.Gauge > 0 ? (int)Math.Floor(Math.Min(spread.Classes, 1e6)) : (int?)null;
        var verdict = spread.GaugePercent < Good ? "good" : spread.GaugePercent <= Bearable ? "bearable for some uses" : "not good enough";
        return study with
        {
            Spread = [Row("Gauge (repeatability and reproducibility)", spread.Gauge), Row("Repeatability (equipment)", spread.Equipment), Row("Reproducibility (appraisers)", spread.Appraiser), Row("Parts", spread.Part), Row("Total", spread.Total)],
            Classes = classes,
            Says = string.Create(CultureInfo.InvariantCulture, $"The gauge makes {spread.GaugePercent:F1} % of the total spread and tells {classes?.ToString(CultureInfo.InvariantCulture) ?? "any number of"} classes of parts apart: {verdict} by the bounds of AIAG (10 and 30 %, 5 classes)."),
        };
    }

    private static GaugeResource References(string name, GaugeTable study)
    {
        var points = study.Rows.Where(row => double.IsFinite(row.Value) && row.Reference is not null).Select(row => (Reference: Number(row.Reference!, name), row.Value)).ToArray();
        if (points.Length < 2) throw new ProblemException(QualityProblems.TooFewPoints, "Bias needs two measurements with a reference, or more.", name);
        BiasRow[] bias = [.. points.GroupBy(point => point.Reference).OrderBy(group => group.Key).Select(group => Bias(group.Key, [.. group.Select(point => point.Value - group.Key)]))];
        var line = bias.Length >= FewestReferences ? Line([.. points.Select(point => (point.Reference, point.Value - point.Reference))]) : null;
        var mean = points.Average(point => point.Value - point.Reference);
        return new GaugeResource(name, "references", "t tests of the mean bias at each reference; line of bias over reference by least squares")
        {
            Bias = bias, Linearity = line,
            Says = string.Create(CultureInfo.InvariantCulture, $"The gauge is off by {mean:G4} on average{(line is null ? "" : line.Probability < 0.05 ? $", and the bias changes over the range by {line.Slope:G3} for each unit" : ", evenly over the range")}."),
        };
    }

    private static BiasRow Bias(double reference, double[] off)
    {
        var (mean, sigma) = (Subgroup.Mean(off), Subgroup.Deviation(off));
        return new BiasRow(reference, mean, off.Length, off.Length > 1 && sigma > 0 ? TwoSided(mean * Math.Sqrt(off.Length) / sigma, off.Length - 1) : null);
    }

    private static LinearityResource Line((double X, double Y)[] points)
    {
        var (x, y) = (points.Average(point => point.X), points.Average(point => point.Y));
        var squares = points.Sum(point => (point.X - x) * (point.X - x));
        var slope = points.Sum(point => (point.X - x) * (point.Y - y)) / squares;
        var rest = points.Sum(point => Math.Pow(point.Y - y - (slope * (point.X - x)), 2)) / (points.Length - 2);
        return new LinearityResource(slope, y - (slope * x), rest > 0 ? TwoSided(slope / Math.Sqrt(rest / squares), points.Length - 2) : 0);
    }

    private static double TwoSided(double t, int degrees) => 2 * StudentT.Cumulative(-Math.Abs(t), degrees);

    private static double Number(string text, string name) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : throw new ProblemException(CommonProblems.InvalidValue, $"The reference \"{text}\" is no number.", name);

    private static void Varied(double[,,] values, string name)
    {
        if (values.Cast<double>().Distinct().Count() < 2) throw new ProblemException(QualityProblems.ConstantData, "All measurements are the same: the gauge does not resolve the parts.", name);
    }
}
