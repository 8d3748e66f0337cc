using System.Globalization;

namespace Voltloop.Quality.AssessCapability;

/// <summary>Capability in words.</summary>
internal static class CapabilityWords
{
    /// <summary>An interval.</summary>
    public static string Interval(IndexResource index) => index switch
    {
        { Lower: { } lower, Upper: { } upper } => string.Create(CultureInfo.InvariantCulture, $"{lower:F3} to {upper:F3}"),
        { Lower: { } bound } => string.Create(CultureInfo.InvariantCulture, $"at least {bound:F3}"),
        _ => "–",
    };

    /// <summary>What the gauge hides.</summary>
    public static string Gauge(TrueCapability of) => of.TruePpk is { } ppk
        ? string.Create(CultureInfo.InvariantCulture, $"The gauge is {of.SharePercent:F1} % of the observed spread: Ppk is observed as {of.ObservedPpk:F3}, that of the process itself is {ppk:F3}. A shift of one true standard deviation is seen after {of.RunLengthOfOne:F1} points, without gauge error after {of.RunLengthWithoutGauge:F1}.")
        : string.Create(CultureInfo.InvariantCulture, $"The gauge spreads as much as everything that was measured ({of.SharePercent:F0} %): nothing can be said about the process.");
}
