using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.Tolerances;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Quality.StackTolerances;

/// <summary>A dimension as its row in a table tells it.</summary>
/// <param name="Middle">Middle of the tolerance.</param>
/// <param name="Half">Half of its width.</param>
/// <param name="Variation">How it varies.</param>
internal sealed record Dimension(double Middle, double Half, Variation Variation)
{
    /// <summary>Standard deviations that fit into half a tolerance when nothing else is said.</summary>
    public const double UsualSigmas = 3;

    private const double MaxShape = 100;

    /// <summary>Reads the columns plus and minus (or tolerance), distribution, sigmas, measured and gauge of a row.</summary>
    /// <param name="rows">The table with what the line measured.</param>
    /// <param name="row">Number of the row, from 0.</param>
    /// <param name="nominal">Nominal; NaN when measured values give it.</param>
    /// <param name="prefix">What the columns of the tolerance begin with.</param>
    /// <exception cref="ProblemException">A value breaks its bounds.</exception>
    public static Dimension Read(StackRows rows, int row, double nominal, string prefix = "")
    {
        var (place, words) = (rows.Place(row), (prefix.Length == 0 ? rows.Text(row, "distribution") ?? "normal" : "normal").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var both = rows.Number(row, prefix + "tolerance");
        var (plus, minus) = (rows.Number(row, prefix + "plus", both), rows.Number(row, prefix + "minus", both));
        (plus, minus) = (double.IsNaN(plus) ? minus : plus, double.IsNaN(minus) ? plus : minus);
        if (plus + minus < 0) throw new ProblemException(QualityProblems.NegativeWidth, FormattableString.Invariant($"A tolerance of +{plus} and -{minus} has a negative width."), place, "plus and minus are both written without a sign; plus + minus is the width.");
        if (words[0] is "measured" or "signal") return OfValues(rows, row, (nominal, plus, minus));
        if (double.IsNaN(nominal)) throw new ProblemException(CommonProblems.InvalidValue, "The nominal is missing.", place);
        if (double.IsNaN(plus)) (plus, minus) = (0, 0);
        var (low, high) = (nominal - minus, nominal + plus);
        var sigma = (high - low) / 2 / Positive(rows.Number(row, "sigmas", UsualSigmas), "sigmas", place);
        return new Dimension((low + high) / 2, (high - low) / 2, Shaped(words, (low, high), sigma, place));
    }

    private static Variation Shaped(string[] words, (double Low, double High) ends, double sigma, string place)
    {
        var (low, high) = ends;
        double[] numbers = [.. words.Skip(1).Select(word => Parsed(word, place))];
        if (high <= low) return Variation.Normal((low + high) / 2, 0);
        return (words[0], numbers) switch
        {
            ("normal", []) => Variation.Normal((low + high) / 2, sigma),
            ("uniform", []) => Variation.Uniform(low, high),
            ("triangular", []) => Variation.Triangular(low, high, (low + high) / 2),
            ("triangular", [var mode]) when mode >= low && mode <= high => Variation.Triangular(low, high, mode),
            ("beta", [>= 1 and <= MaxShape, >= 1 and <= MaxShape]) => Variation.Beta(low, high, (numbers[0], numbers[1])),
            ("inspected", []) => Variation.Inspected(((low + high) / 2, sigma), low, high),
            ("inspected", [> 0]) when numbers[0] < 100 * (high - low) => Variation.Inspected(((low + high) / 2, numbers[0]), low, high),
            _ => throw new ProblemException(CommonProblems.InvalidValue, $"\"{string.Join(' ', words)}\" is no distribution.", place, StackRows.Distributions),
        };
    }

    // Measured values stand for themselves; without a tolerance the worst case is the farthest of them.
    private static Dimension OfValues(StackRows rows, int row, (double Nominal, double Plus, double Minus) by)
    {
        var (values, place) = (rows.Values(row), rows.Place(row));
        if (values.Length < 2) throw new ProblemException(QualityProblems.TooFewPoints, $"There are {values.Length} measured values; a distribution needs 2, and 100 to mean much.", place);
        var (gauge, observed) = (rows.Number(row, "gauge", 0), Subgroup.Deviation(values));
        if (observed <= 0) throw new ProblemException(QualityProblems.ConstantData, "All measured values are the same.", place);
        if (gauge < 0) throw new ProblemException(QualityProblems.NegativeWidth, "The standard deviation of the gauge is 0 or more.", place);
        if (gauge >= observed) throw new ProblemException(QualityProblems.GaugeExceedsSpread, FormattableString.Invariant($"The gauge (standard deviation {gauge:G5}) spreads as much as everything that was measured ({observed:G5})."), place, "Nothing is left for the dimension itself: study the gauge again, or measure with a better one.");
        var variation = Variation.Measured(values, gauge);
        var nominal = double.IsNaN(by.Nominal) ? variation.Mean : by.Nominal;
        if (double.IsNaN(by.Plus)) return new Dimension(nominal, values.Max(value => Math.Abs(value - nominal)), variation);
        return new Dimension(nominal + ((by.Plus - by.Minus) / 2), (by.Plus + by.Minus) / 2, variation);
    }

    private static double Positive(double value, string name, string place) => value > 0 ? value
        : throw new ProblemException(CommonProblems.InvalidValue, $"{name} is above 0.", place);

    private static double Parsed(string word, string place) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value
        : throw new ProblemException(CommonProblems.InvalidValue, $"\"{word}\" is no number.", place, StackRows.Distributions);
}
