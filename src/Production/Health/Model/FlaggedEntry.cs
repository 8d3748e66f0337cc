namespace Voltloop.Health.Model;

/// <summary>An entry of the term <c>flaggedSamples</c>.</summary>
/// <param name="Cycle">Cycle count.</param>
/// <param name="Value">Value as recorded; <c>null</c> when missing.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Rule">Rule that the sample breaks, in kebab-case.</param>
internal sealed record FlaggedEntry(double Cycle, double? Value, string Unit, string Rule);
