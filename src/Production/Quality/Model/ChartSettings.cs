using Voltloop.Core.Problems;
using Voltloop.Kernels.ControlCharts;

namespace Voltloop.Quality.Model;

/// <summary>How a chart is drawn and judged.</summary>
/// <param name="Kind">What it draws.</param>
internal sealed record ChartSettings(ChartKind Kind)
{
    /// <summary>Rules that are on.</summary>
    public RunRules Rules { get; init; } = RunRules.Beyond;

    /// <summary>Limits, standard deviations of the point; L of an EWMA, h of a CUSUM. <c>null</c> for what is usual.</summary>
    public double? Limit { get; init; }

    /// <summary>Weight of the newest value of an EWMA, λ.</summary>
    public double Weight { get; init; } = 0.2;

    /// <summary>Reference value of a CUSUM, k.</summary>
    public double Reference { get; init; } = 0.5;

    /// <summary>Whether limits of an EWMA stand from the start instead of widening.</summary>
    public bool FixedLimits { get; init; }

    /// <summary>Phases after the first; empty for one phase.</summary>
    public IReadOnlyList<ChartPhase> Phases { get; init; } = [];

    /// <summary>Limits as they are used.</summary>
    public double Reach => Limit ?? (Kind is ChartKind.Cusum ? 5 : 3);

    /// <summary>The same, when everything in it is within its bounds.</summary>
    /// <exception cref="ProblemException">A value breaks its bounds.</exception>
    public ChartSettings Checked()
    {
        Check(Weight is > 0 and <= 1, "lambda", "The weight of an EWMA is above 0 and at most 1.");
        Check(Reference is >= 0 and <= 10, "k", "The reference value of a CUSUM is 0 to 10.");
        Check(Reach is > 0 and <= 50, "limit", "Limits are above 0 and at most 50 standard deviations.");
        Check(ChartKinds.Remembers(Kind) || Reach >= 2, "limit", "Limits of a Shewhart chart are 2 standard deviations or more: the zones of the rules end there.");
        return this;
    }

    private static void Check(bool holds, string where, string rule)
    {
        if (!holds) throw new ProblemException(CommonProblems.InvalidValue, rule, where);
    }
}
