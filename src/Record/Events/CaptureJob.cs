namespace Voltloop.Record.Events;

/// <summary>What became of one captured document.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Issuer">Who captured it.</param>
/// <param name="CreatedAt">When it arrived (UTC).</param>
public sealed record CaptureJob(string Id, string Issuer, DateTimeOffset CreatedAt)
{
    /// <summary>When it was done (UTC).</summary>
    public DateTimeOffset FinishedAt { get; init; }

    /// <summary>True when every event was taken.</summary>
    public bool Success { get; init; }

    /// <summary>False when the good events of a document were to be kept although others were refused.</summary>
    public bool Rollback { get; init; } = true;

    /// <summary>Events in the document.</summary>
    public int Events { get; init; }

    /// <summary>Events that are new to the record.</summary>
    public int Written { get; init; }

    /// <summary>Events that the record had already.</summary>
    public int Known { get; init; }

    /// <summary>Problems and warnings, as a JSON list of problem details.</summary>
    public string Errors { get; init; } = "[]";
}
