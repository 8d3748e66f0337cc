namespace Voltloop.Tracing.VerifyEvents;

/// <summary>An event with everything that is needed to check, offline, that the log of a node holds it.</summary>
/// <param name="Event">The event, byte for byte as captured.</param>
/// <param name="Hash">Its content hash.</param>
internal sealed record EventProof(string Event, string Hash)
{
    /// <summary>Marks such a document.</summary>
    public string Type { get; init; } = Kind;

    /// <summary>Value of <see cref="Type"/>.</summary>
    public const string Kind = "VoltloopEventProof";

    /// <summary>The <c>@context</c> it stands in; empty for none.</summary>
    public string Context { get; init; } = "";

    /// <summary>Document that it was converted from, SHA-256.</summary>
    public string? Source { get; init; }

    /// <summary>Place in its assertion, from 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>16 bytes, base64.</summary>
    public string Salt { get; init; } = "";

    /// <summary>From the event up to the root of its assertion, base64.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>The leaf of the assertion in the log, base64: number, issuer, moment, count, root, signature.</summary>
    public string Entry { get; init; } = "";

    /// <summary>From that leaf up to the root of the log, base64.</summary>
    public IReadOnlyList<string> LogPath { get; init; } = [];

    /// <summary>The signed state of the log (c2sp.org/tlog-checkpoint).</summary>
    public string Checkpoint { get; init; } = "";
}
