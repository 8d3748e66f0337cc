namespace Voltloop.Tracing.VerifyEvents;

/// <summary>What a proof shows.</summary>
/// <param name="Holds">True when every step holds.</param>
/// <param name="Steps">The steps, each with what it shows or why it fails.</param>
internal sealed record EventProofReport(bool Holds, IReadOnlyList<string> Steps)
{
    /// <summary>Who captured the event, as the log says.</summary>
    public string? Issuer { get; init; }

    /// <summary>When the record took it (UTC).</summary>
    public DateTimeOffset? RecordedAt { get; init; }
}
