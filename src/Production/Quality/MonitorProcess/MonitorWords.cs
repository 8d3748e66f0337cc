using System.Globalization;
using Voltloop.Kernels.Multivariate;
using Voltloop.Quality.Model;

namespace Voltloop.Quality.MonitorProcess;

/// <summary>Findings of a monitor in words.</summary>
internal static class MonitorWords
{
    /// <summary>What rates say.</summary>
    public static string Verdict(MonitorRates rates)
    {
        if (rates.After.Rows == 0) return "No row could be judged.";
        var compared = $"{Rate(rates.After)} of rows alarm, {Rate(rates.InControl)} in control";
        return rates.IsDetected ? $"Detected: {compared}." : $"Not detectable: {compared}; chance could make the difference.";
    }

    /// <summary>What all methods say together.</summary>
    public static string Verdict(MonitorOutcome outcome)
    {
        var rates = $"{Rate(outcome.Joint.After)} of rows alarm by any method, {Rate(outcome.Joint.InControl)} in control";
        return outcome.IsDetected ? $"Detected by {string.Join(", ", outcome.Ran.Where(method => method.Rates.IsDetected).Select(method => MonitorMethods.TitleOf(method.Method)))}: {rates}." : $"Not detectable by any method: {rates}.";
    }

    /// <summary>A share with its interval.</summary>
    public static string Rate(AlarmRate rate) => rate.Rows == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100 * rate.Share:0.00} % ({100 * rate.Lower:0.0} to {100 * rate.Upper:0.0} %)");

    /// <summary>The same of an answer.</summary>
    public static string Rate(RateResource rate) => rate.Percent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.00} % ({rate.Interval[0]:0.0} to {rate.Interval[1]:0.0} %)") : "–";
}
