namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>The fields of the form as they were typed.</summary>
internal sealed record ImpedanceFields
{
    /// <summary>Circuit to fit.</summary>
    public string? Circuit { get; init; }

    /// <summary>How points weigh.</summary>
    public string? Weight { get; init; }

    /// <summary>Battery in whose record the spectrum is kept.</summary>
    public string? Thing { get; init; }
}
