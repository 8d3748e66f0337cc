using System.Globalization;
using Voltloop.Kernels.Commonality;

namespace Voltloop.Quality.FindCause;

/// <summary>Causes in words.</summary>
internal static class CauseWords
{
    /// <summary>What a search came to.</summary>
    public static string Of(CommonalityReport report, IReadOnlyList<CauseEvidence> causes) => report.Verdict switch
    {
        CommonalityVerdict.AllBad => $"All {report.Units} units are bad: there is nothing to compare them with.",
        CommonalityVerdict.NoneBad => $"None of {report.Units} units is bad: there is nothing to explain.",
        CommonalityVerdict.TooFew => $"{report.Bad} of {report.Units} units are bad: too few bad or good ones to say anything. At least {CommonalityLimits.FewestBad} of either are needed.",
        CommonalityVerdict.NothingSeparates => $"Nothing separates the {report.Bad} bad units from the {report.Units - report.Bad} good ones more than chance would after {report.Tests} comparisons. That is no proof that there is no cause.",
        _ => string.Join(" Next: ", causes.Select(Of)),
    };

    /// <summary>A probability as a person reads it.</summary>
    public static string Probability(double probability) => probability switch
    {
        < 1e-12 => "below 1e-12",
        < 0.001 => probability.ToString("0.0e0", CultureInfo.InvariantCulture),
        _ => probability.ToString("0.000", CultureInfo.InvariantCulture),
    };

    private static string Of(CauseEvidence cause) => FormattableString.Invariant(
        $"{cause.Factor.Name}: {cause.Factor.BadWith} of {cause.Factor.BadWith + cause.Factor.GoodWith} units with it are bad, {cause.Factor.BadWithout} of {cause.Factor.BadWithout + cause.Factor.GoodWithout} without it; {Probability(cause.Probability)} by chance.");
}
