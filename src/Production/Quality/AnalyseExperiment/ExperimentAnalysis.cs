using Voltloop.Core.Problems;
using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Experiments;
using Voltloop.Kernels.Precision;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Quality.AnalyseExperiment;

/// <summary>Fits the model that an experiment allows and says what stands out.</summary>
internal static class ExperimentAnalysis
{
    private const double Alpha = 0.05;
    private const int FewestForMargin = 3;

    /// <summary>Analyses.</summary>
    /// <exception cref="ProblemException">The table does not allow it.</exception>
    public static AnalysisResource Of(DelimitedTable table, AnalysisRequest request)
    {
        var read = ExperimentTable.Read(table, request.Response);
        if (read.Values.All(value => value == read.Values[0])) throw new ProblemException(QualityProblems.ConstantData, "All responses are the same.", table.Name);
        var model = Model(request.Model, read);
        var (kept, left) = TermChoice.Of([.. BlockTerms(read), .. Terms(read, model)], read.Values.Count);
        if (kept.Count == 0) throw new ProblemException(QualityProblems.TooFewPoints, "The runs allow no term at all.", table.Name);
        DoubleDouble[] ones = [.. Enumerable.Repeat(DoubleDouble.One, read.Values.Count)];
        var fit = PreciseRegression.Fit([ones, .. kept.Select(term => term.Column)], read.Values)!;
        var (margin, places) = Margin(kept, fit, model);
        return new AnalysisResource(table.Name, read.Response, read.Values.Count, model)
        {
            Constant = fit.Coefficients[0], Coding = read.Factors, Explained = fit.Explained, Deviation = Known(fit.Deviation), Margin = margin,
            AdjustedExplained = fit.ResidualDegrees > 0 ? 1 - ((1 - fit.Explained) * (read.Values.Count - 1) / fit.ResidualDegrees) : null,
            Terms = [.. kept.Select((term, i) => Told(term, i + 1, fit, (margin, places))).OrderByDescending(term => Math.Abs(term.Effect))],
            Variance = VarianceLines(read, fit), Stationary = model == "quadratic" ? Stationary(read, kept, fit) : null, Notes = [.. Notes(read, left, fit)],
        };
    }

    private static string Model(string? asked, ExperimentTable read)
    {
        if (string.IsNullOrWhiteSpace(asked)) return read.Coded.All(column => column.Distinct().Count() > 2) && Levels(read) ? "quadratic" : "interactions";
        return asked is "main" or "interactions" or "quadratic" ? asked : throw new ProblemException(CommonProblems.InvalidValue, $"There is no model \"{asked}\".", "model", "Use main, interactions or quadratic.");
    }

    // Centre points alone tell that there is curvature, not of which factor.
    private static bool Levels(ExperimentTable read) =>
        TermChoice.Of([.. Terms(read, "quadratic").Where(term => term.Factors.Count == 2 && term.Factors[0] == term.Factors[1])], read.Values.Count).Left.Count == 0;

    private static IEnumerable<ModelTerm> BlockTerms(ExperimentTable read) =>
        read.Blocks.Distinct(StringComparer.Ordinal).Skip(1).Select(block => new ModelTerm($"block {block}", [], [.. read.Blocks.Select(one => one == block ? DoubleDouble.One : DoubleDouble.Zero)]));

    private static IEnumerable<ModelTerm> Terms(ExperimentTable read, string model)
    {
        var count = read.Factors.Count;
        var factors = Enumerable.Range(0, count).ToArray();
        foreach (var j in factors) yield return new ModelTerm(read.Factors[j].Name, [j], read.Coded[j]);
        if (model == "main") yield break;
        if (model == "quadratic")
        {
            foreach (var j in factors) yield return Product(read, j, j);
        }

        foreach (var i in factors)
        {
            for (var j = i + 1; j < count; j++) yield return Product(read, i, j);
        }
    }

    private static ModelTerm Product(ExperimentTable read, int i, int j) =>
        new(i == j ? $"{read.Factors[i].Name}²" : $"{read.Factors[i].Name} × {read.Factors[j].Name}", [i, j], [.. read.Coded[i].Select((value, row) => value * read.Coded[j][row])]);

    private static TermResource Told(ModelTerm term, int at, PreciseRegression fit, (double? Margin, IReadOnlyDictionary<string, double> Places) plot)
    {
        var (coefficient, error) = (fit.Coefficients[at], fit.Errors[at]);
        // A square changes from the middle to an end, a block from one to the other: both by the coefficient once.
        var effect = term.Factors.Count == 0 || (term.Factors.Count == 2 && term.Factors[0] == term.Factors[1]) ? coefficient : 2 * coefficient;
        double? chance = fit.ResidualDegrees > 0 && error > 0 ? 2 * StudentT.Cumulative(-Math.Abs(coefficient / error), fit.ResidualDegrees) : null;
        return new TermResource(term.Name, coefficient, effect, coefficient * coefficient / fit.Unscaled[at])
        {
            Error = Known(error), Probability = chance, Place = plot.Places.TryGetValue(term.Name, out var place) ? place : null,
            StandsOut = chance is { } probability ? probability < Alpha : plot.Margin is { } margin && term.Factors.Count > 0 && Math.Abs(2 * coefficient) > margin,
        };
    }

    private static (double? Margin, IReadOnlyDictionary<string, double> Places) Margin(IReadOnlyList<ModelTerm> kept, PreciseRegression fit, string model)
    {
        var effects = kept.Select((term, i) => (term.Name, term.Factors.Count, Effect: 2 * fit.Coefficients[i + 1])).Where(one => one.Count > 0).OrderBy(one => Math.Abs(one.Effect)).ToArray();
        if (model == "quadratic" || effects.Length < FewestForMargin) return (null, new Dictionary<string, double>(StringComparer.Ordinal));
        return (HalfNormal.Of([.. effects.Select(one => one.Effect)]).Simultaneous, effects.Select((one, i) => (one.Name, HalfNormal.Place(i, effects.Length))).ToDictionary(one => one.Name, one => one.Item2, StringComparer.Ordinal));
    }

    private static VarianceLine[] VarianceLines(ExperimentTable read, PreciseRegression fit)
    {
        var groups = Enumerable.Range(0, read.Values.Count).GroupBy(row => string.Join('|', read.Coded.Select(column => column[row]).Select(value => ((double)value).ToString("G12", System.Globalization.CultureInfo.InvariantCulture)).Append(read.Blocks[row])), StringComparer.Ordinal).Where(group => group.Count() > 1).ToArray();
        var pure = groups.Sum(group => Squares([.. group.Select(row => read.Values[row])]));
        var (pureDegrees, lack) = (groups.Sum(group => group.Count() - 1), Math.Max(0, fit.ResidualSquares - pure));
        var lackDegrees = fit.ResidualDegrees - pureDegrees;
        var lines = new List<VarianceLine> { Tested("model", (fit.ModelDegrees, fit.ModelSquares), (fit.ResidualDegrees, fit.ResidualSquares)), new("residual", fit.ResidualDegrees, fit.ResidualDegrees > 0 ? fit.ResidualSquares : 0) };
        if (pureDegrees > 0 && lackDegrees > 0) lines.Add(Tested("lack of fit", (lackDegrees, lack), (pureDegrees, pure)));
        if (pureDegrees > 0) lines.Add(new VarianceLine("pure error", pureDegrees, pure));
        return [.. lines, new VarianceLine("total", fit.ModelDegrees + fit.ResidualDegrees, fit.ModelSquares + fit.ResidualSquares)];
    }

    private static double Squares(DoubleDouble[] values)
    {
        var mean = values.Aggregate(DoubleDouble.Zero, (sum, value) => sum + value) / values.Length;
        return (double)values.Aggregate(DoubleDouble.Zero, (sum, value) => sum + ((value - mean) * (value - mean)));
    }

    private static VarianceLine Tested(string source, (int Degrees, double Squares) of, (int Degrees, double Squares) by)
    {
        if (by.Degrees <= 0 || by.Squares <= 0) return new VarianceLine(source, of.Degrees, of.Squares);
        var f = of.Squares / of.Degrees / (by.Squares / by.Degrees);
        return new VarianceLine(source, of.Degrees, of.Squares, f, FisherF.Upper(f, of.Degrees, by.Degrees));
    }

    private static StationaryResource? Stationary(ExperimentTable read, IReadOnlyList<ModelTerm> kept, PreciseRegression fit)
    {
        var count = read.Factors.Count;
        var (slopes, matrix) = (new double[count], new double[count, count]);
        for (var i = 0; i < kept.Count; i++)
        {
            var value = fit.Coefficients[i + 1];
            if (kept[i].Factors is [var one]) slopes[one] = value;
            else if (kept[i].Factors is [var a, var b]) (matrix[a, b], matrix[b, a]) = a == b ? (value, value) : (value / 2, value / 2);
        }

        if (StationaryPoint.Of(slopes, matrix) is not { } point) return null;
        var farthest = Enumerable.Range(0, read.Values.Count).Max(row => read.Coded.Sum(column => (double)column[row] * (double)column[row]));
        return new StationaryResource(point.Nature, point.At, [.. point.At.Select((at, j) => read.Factors[j].Middle + (at * read.Factors[j].Half))], fit.Coefficients[0] + (point.At.Select((at, j) => at * slopes[j]).Sum() / 2), point.Curvatures, point.At.Sum(at => at * at) <= farthest);
    }

    private static IEnumerable<string> Notes(ExperimentTable read, IReadOnlyList<ModelTerm> left, PreciseRegression fit)
    {
        if (read.Missing > 0) yield return $"{read.Missing} runs have no response and were left out.";
        if (left.Count > 0) yield return $"These runs cannot tell apart, and the model leaves out: {string.Join(", ", left.Take(20).Select(term => term.Name))}{(left.Count > 20 ? $" and {left.Count - 20} more" : "")}.";
        if (fit.ResidualDegrees == 0) yield return "No degree of freedom is left for error: effects are judged by Lenth's margin, which presumes that most of them are nothing.";
        yield return read.Factors.All(factor => factor is { Middle: 0, Half: 1 }) ? "Factors are taken as coded already." : "Factors are coded by the middle and half of their range.";
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
