namespace Voltloop.Web.Preservation;

/// <summary>Delays from recording at the primary to durable here. The clocks of both nodes must agree.</summary>
/// <param name="Pages">Pages measured: the latest thousand at most.</param>
/// <param name="MedianMilliseconds">Median.</param>
/// <param name="P99Milliseconds">99th percentile.</param>
/// <param name="MaxMilliseconds">Greatest.</param>
public sealed record Delays(int Pages, double MedianMilliseconds, double P99Milliseconds, double MaxMilliseconds);
