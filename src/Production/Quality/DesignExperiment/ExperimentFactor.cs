using System.Globalization;
using Voltloop.Core.Problems;

namespace Voltloop.Quality.DesignExperiment;

/// <summary>A factor of an experiment.</summary>
/// <param name="Name">Name, with its unit where it has one.</param>
/// <param name="Low">Level coded -1.</param>
/// <param name="High">Level coded 1.</param>
internal sealed record ExperimentFactor(string Name, double Low, double High)
{
    /// <summary>How factors are written.</summary>
    public const string Layout = "A line (or ; between) for each factor: name, low level, high level, such as: calender gap (µm) 60 70";

    /// <summary>The level of a coded value.</summary>
    public double Level(double coded) => ((Low + High) / 2) + (coded * (High - Low) / 2);

    /// <summary>Reads factors from lines.</summary>
    /// <exception cref="ProblemException">A line is no factor.</exception>
    public static IReadOnlyList<ExperimentFactor> Read(string? text)
    {
        ExperimentFactor[] factors = [.. (text ?? "").Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line)];
        if (factors.Select(factor => factor.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < factors.Length) throw new ProblemException(CommonProblems.InvalidValue, "Two factors have the same name.", "factors");
        return factors;
    }

    private static ExperimentFactor Line(string line)
    {
        var words = line.Replace(',', ' ').Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || Number(words[^2]) is not { } low || Number(words[^1]) is not { } high) throw new ProblemException(CommonProblems.MalformedInput, $"\"{line}\" is no factor.", "factors", Layout);
        if (low >= high) throw new ProblemException(QualityProblems.LimitsCrossed, $"The low level of \"{line}\" is not below the high one.", "factors");
        return new ExperimentFactor(string.Join(' ', words[..^2]), low, high);
    }

    private static double? Number(string word) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
