namespace Voltloop.Quality.PredictQuality;

/// <summary>A gate, how well it would have done, and what it says of new units.</summary>
/// <param name="Outcome">What is predicted, with its unit.</param>
/// <param name="Learned">Units of known outcome.</param>
/// <param name="Method">Method that predicts new units.</param>
/// <param name="Says">The result in one sentence.</param>
internal sealed record GateResource(string Outcome, int Learned, string Method, string Says)
{
    /// <summary>How it was judged.</summary>
    public required GateRequest Limits { get; init; }

    /// <summary>The stages in their order.</summary>
    public required IReadOnlyList<StageResource> Stages { get; init; }

    /// <summary>Features that say most, the most telling first.</summary>
    public required IReadOnlyList<FeatureLoss> Features { get; init; }

    /// <summary>Units without an outcome.</summary>
    public required IReadOnlyList<GateUnit> New { get; init; }

    /// <summary>Units of known outcome, as judged without having been seen.</summary>
    public required IReadOnlyList<GateUnit> Tried { get; init; }

    /// <summary>What the reader should know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
