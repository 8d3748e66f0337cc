using Voltloop.Core.Problems;
using Voltloop.Kernels.RunLengths;
using Voltloop.Quality.Model;

namespace Voltloop.Quality.DesignChart;

/// <summary>A chart to design or to judge.</summary>
/// <param name="Chart">Name of the chart; single values when empty.</param>
/// <param name="Rules">Rules, for Shewhart charts.</param>
/// <param name="Lambda">Weight of an EWMA.</param>
/// <param name="K">Reference value of a CUSUM.</param>
/// <param name="Arl0">Wanted points between false alarms; the limit is found for it.</param>
/// <param name="Limit">Limit to judge instead, standard deviations.</param>
/// <param name="FixedLimits">Whether limits of an EWMA stand from the start.</param>
internal sealed record DesignRequest(string? Chart = null, string? Rules = null, double? Lambda = null, double? K = null, double? Arl0 = null, double? Limit = null, bool FixedLimits = true)
{
    /// <summary>Signals that a multivariate EWMA watches together.</summary>
    public int? Variables { get; init; }

    /// <summary>Charts that share the budget.</summary>
    public int? Charts { get; init; }

    /// <summary>Points of each chart in a day.</summary>
    public double? PointsPerDay { get; init; }

    /// <summary>False alarms allowed on the whole line in a day.</summary>
    public double? AlarmsPerDay { get; init; }

    /// <summary>The settings, with the limit that the wish asks for.</summary>
    /// <exception cref="ProblemException">A value breaks its bounds.</exception>
    public ChartSettings Settings()
    {
        var plain = new ChartSettings(string.IsNullOrWhiteSpace(Chart) ? ChartKind.Individuals : ChartKinds.Parse(Chart)) { Rules = RuleWords.Parse(Rules), Weight = Lambda ?? 0.2, Reference = K ?? 0.5, FixedLimits = FixedLimits, Limit = Limit };
        return Wanted() is not { } length ? plain.Checked() : (plain.Checked() with { Limit = Find(plain, length) }).Checked();
    }

    /// <summary>Points between false alarms that are wanted; <c>null</c> when a limit is to be judged.</summary>
    /// <exception cref="ProblemException">It breaks its bounds.</exception>
    public double? Wanted()
    {
        var length = AlarmsPerDay is { } allowed ? (Charts ?? 1) * (PointsPerDay ?? 0) / allowed : Arl0;
        return length is null or (>= DesignBounds.Shortest and <= DesignBounds.Longest) ? length
            : throw new ProblemException(CommonProblems.InvalidValue, $"The average run length in control would be {length:G6}; it can be {DesignBounds.Shortest} to {DesignBounds.Longest:N0}.", "arl0");
    }

    private static double Find(ChartSettings settings, double length) => settings.Kind switch
    {
        ChartKind.Ewma => EwmaLength.LimitFor(settings.Weight, length, !settings.FixedLimits),
        ChartKind.Cusum => CusumLength.DecisionFor(settings.Reference, length),
        _ when settings.Rules == Kernels.ControlCharts.RunRules.Beyond => Kernels.Distributions.Normal.UpperQuantile(1 / (2 * length)),
        _ => throw new ProblemException(CommonProblems.InvalidValue, "A chart with run rules has no one limit for a run length: their zones stand at one and two standard deviations.", "arl0", "Choose the rules and read what they cost, or design an EWMA or a CUSUM."),
    };
}
