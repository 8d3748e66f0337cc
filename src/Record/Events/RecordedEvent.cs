using Voltloop.Record.Events.Hashing;

namespace Voltloop.Record.Events;

/// <summary>An event in the record.</summary>
/// <param name="Number">Number in the record, from 1, in the order of recording.</param>
/// <param name="Json">As captured.</param>
/// <param name="Context">The <c>@context</c> it stands in; empty for none.</param>
/// <param name="Hash">Content hash.</param>
public sealed record RecordedEvent(long Number, byte[] Json, string Context, EventHash Hash)
{
    /// <summary>The assertion of the log that it is part of.</summary>
    public required long Assertion { get; init; }

    /// <summary>Place in that assertion, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset EventTime { get; init; }

    /// <summary>When the record took it (UTC).</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who captured it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Document that it was converted from, SHA-256; <c>null</c> when it came as JSON.</summary>
    public string? Source { get; init; }
}
