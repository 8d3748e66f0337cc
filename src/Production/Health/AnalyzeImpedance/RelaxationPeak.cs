namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>A peak of a distribution of relaxation times.</summary>
/// <param name="Seconds">Time of its top, s.</param>
/// <param name="Ohm">Resistance from valley to valley, Ω.</param>
internal sealed record RelaxationPeak(double Seconds, double Ohm);
