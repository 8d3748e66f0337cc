namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>An analysed spectrum.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Format">Which format it is.</param>
/// <param name="Notes">What was left out and why.</param>
internal sealed record ImpedanceResource(string File, string Format, IReadOnlyList<string> Notes)
{
    /// <summary>Points, highest frequency first.</summary>
    public required IReadOnlyList<ImpedancePoint> Points { get; init; }

    /// <summary>The test after Kramers and Kronig.</summary>
    public required ValidityResource Validity { get; init; }

    /// <summary>The fitted circuit.</summary>
    public required CircuitResource Circuit { get; init; }

    /// <summary>Distribution of relaxation times; <c>null</c> when there are too few points.</summary>
    public RelaxationResource? Relaxation { get; init; }
}
