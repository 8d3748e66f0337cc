namespace Voltloop.Core.Provenance;

/// <summary>An interval around a value, in the unit of that value.</summary>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound, not below <paramref name="Lower"/>.</param>
/// <param name="Level">Coverage probability claimed, above 0 and below 1, for example 0.95.</param>
public readonly record struct Interval(double Lower, double Upper, double Level);
