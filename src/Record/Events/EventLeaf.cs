using System.Text;
using Voltloop.Record.Log;

namespace Voltloop.Record.Events;

/// <summary>
/// The leaf of an event in its assertion: SHA-256 of 0x00, 16 bytes of salt, the name of this form, the content hash, context,
/// source and the bytes as captured. Salts are those of statements.
/// </summary>
public static class EventLeaf
{
    private const string Form = "voltloop/event/1";

    /// <summary>Hashes an event.</summary>
    /// <param name="entry">The event.</param>
    /// <param name="salt">16 bytes.</param>
    /// <param name="buffer">Used anew.</param>
    /// <param name="hash">32 bytes.</param>
    public static void Hash(EventEntry entry, ReadOnlySpan<byte> salt, CanonicalBuffer buffer, Span<byte> hash)
    {
        buffer.Clear();
        buffer.Add((byte)0);
        buffer.Add(salt);
        buffer.Add(Form);
        buffer.Add(entry.Hash.Digest);
        buffer.Add(entry.Context);
        buffer.Add(entry.Source);
        buffer.Add((uint)entry.Json.Length);
        buffer.Add(entry.Json.Span);
        MerkleTree.HashLeaf(buffer.Written, hash);
    }

    /// <summary>Leaf hashes of events, 32 bytes each, one after the other.</summary>
    public static byte[] Leaves(IReadOnlyList<EventEntry> events, byte[] secret)
    {
        var buffer = new CanonicalBuffer();
        var leaves = new byte[events.Count * MerkleTree.HashBytes];
        for (var i = 0; i < events.Count; i++) Hash(events[i], StatementLeaf.Salt(secret, i), buffer, leaves.AsSpan(i * MerkleTree.HashBytes, MerkleTree.HashBytes));
        return leaves;
    }

    /// <summary>Root over events with their salts.</summary>
    public static byte[] RootOf(IReadOnlyList<EventEntry> events, byte[] secret) => MerkleTree.Root(Leaves(events, secret));

    /// <summary>An entry again from what the record keeps.</summary>
    public static EventEntry EntryOf(RecordedEvent recorded) =>
        new(recorded.Json, recorded.Context, recorded.Hash, new EventKeys("", EventAction.None, recorded.EventTime)) { Source = recorded.Source };

    /// <summary>Most bytes of a context, as UTF-8: 64 KiB.</summary>
    public const int MaxContextBytes = 64 * 1024;

    /// <summary>Whether a context is short enough.</summary>
    public static bool Fits(string context) => Encoding.UTF8.GetByteCount(context) <= MaxContextBytes;
}
