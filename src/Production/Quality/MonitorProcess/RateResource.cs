using Voltloop.Kernels.Multivariate;

namespace Voltloop.Quality.MonitorProcess;

/// <summary>How many rows alarm.</summary>
/// <param name="Alarms">Rows with an alarm.</param>
/// <param name="Rows">Rows that were judged.</param>
/// <param name="Percent">The share, %; absent without rows.</param>
/// <param name="Interval">95 % interval, %: binomial, for as many independent rows as tell as much.</param>
internal sealed record RateResource(int Alarms, int Rows, double? Percent, IReadOnlyList<double> Interval)
{
    /// <summary>A rate.</summary>
    public static RateResource Of(AlarmRate rate) => new(rate.Alarms, rate.Rows, rate.Rows > 0 ? 100 * rate.Share : null, [100 * rate.Lower, 100 * rate.Upper]);
}
