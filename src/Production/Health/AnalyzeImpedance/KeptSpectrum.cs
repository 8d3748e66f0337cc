namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>What the record keeps of an analysed spectrum beside its points.</summary>
/// <param name="Series">Series with the points.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Format">Which format it was.</param>
internal sealed record KeptSpectrum(string Series, string File, string Format)
{
    /// <summary>Points of the spectrum.</summary>
    public int Points { get; init; }

    /// <summary>The test after Kramers and Kronig.</summary>
    public ValidityResource? Validity { get; init; }

    /// <summary>The fitted circuit.</summary>
    public CircuitResource? Circuit { get; init; }

    /// <summary>Peaks of the distribution of relaxation times.</summary>
    public IReadOnlyList<RelaxationPeak> Peaks { get; init; } = [];
}
