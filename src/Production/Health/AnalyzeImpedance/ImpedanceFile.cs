using Voltloop.Kernels.Impedance;

namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>A spectrum read from a file.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Format">Which format it is.</param>
/// <param name="Spectrum">The spectrum.</param>
/// <param name="Notes">What was left out and why.</param>
internal sealed record ImpedanceFile(string Name, string Format, ImpedanceSpectrum Spectrum, IReadOnlyList<string> Notes);
