using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Voltloop.Record.Events.Hashing;

namespace Voltloop.Record.Events;

/// <summary>One event to append: its bytes as they were captured, and what follows from them.</summary>
/// <param name="Json">The event as JSON-LD; byte for byte as captured when it came as JSON.</param>
/// <param name="Context">The <c>@context</c> it stands in, as JSON; empty when the event carries all of it itself.</param>
/// <param name="Hash">Its content hash.</param>
/// <param name="Keys">What it is found by.</param>
public sealed record EventEntry(ReadOnlyMemory<byte> Json, string Context, EventHash Hash, EventKeys Keys)
{
    private long? _variant;

    /// <summary>SHA-256 of the document that it was converted from; <c>null</c> when <see cref="Json"/> is the original.</summary>
    public string? Source { get; init; }

    /// <summary>How it is called: by its author's identifier, or by its hash.</summary>
    public string Identity => Keys.EventId ?? Hash.ToString();

    /// <summary>The first bytes of the hash, by which it is looked up.</summary>
    public long Key => BinaryPrimitives.ReadInt64BigEndian(Hash.Digest);

    /// <summary>
    /// Tells events of one hash apart: those with other identifiers, and error declarations. Two entries with the same hash and
    /// variant are the same event.
    /// </summary>
    public long Variant => _variant ??= Keys.EventId is null && Keys.ErrorDeclaration is null ? 0
        : KeyOf($"{Keys.EventId}\0{Keys.ErrorDeclaration}");

    /// <summary>A text as a number of eight bytes, by which it is looked up.</summary>
    public static long KeyOf(string text) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
