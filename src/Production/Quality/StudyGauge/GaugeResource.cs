namespace Voltloop.Quality.StudyGauge;

/// <summary>A gauge study.</summary>
/// <param name="Study">File.</param>
/// <param name="Design">crossed, nested, references or judgements.</param>
/// <param name="Method">How it was worked out.</param>
internal sealed record GaugeResource(string Study, string Design, string Method)
{
    /// <summary>Spread by source.</summary>
    public IReadOnlyList<SpreadRow> Spread { get; init; } = [];

    /// <summary>Table of variance; empty for the range method.</summary>
    public IReadOnlyList<VarianceResource> Variance { get; init; } = [];

    /// <summary>Classes of parts that the gauge tells apart; absent when it was not asked.</summary>
    public int? Classes { get; init; }

    /// <summary>Probability of the interaction by chance; absent without repeats.</summary>
    public double? InteractionProbability { get; init; }

    /// <summary>Bias at each reference.</summary>
    public IReadOnlyList<BiasRow> Bias { get; init; } = [];

    /// <summary>Whether the bias changes over the range; absent with fewer than three references.</summary>
    public LinearityResource? Linearity { get; init; }

    /// <summary>Agreement of judgements.</summary>
    public IReadOnlyList<AgreementRow> Agreement { get; init; } = [];

    /// <summary>What it means, in one sentence.</summary>
    public string Says { get; init; } = "";
}
