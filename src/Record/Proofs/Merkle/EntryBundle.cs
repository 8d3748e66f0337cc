using System.Buffers.Binary;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>Bundles of log entries (c2sp.org/tlog-tiles): each entry with its length in two bytes, most significant first.</summary>
public static class EntryBundle
{
    /// <summary>Bytes of the longest entry that the format can hold.</summary>
    public const int MaxEntryBytes = ushort.MaxValue;

    /// <summary>The bundle of entries.</summary>
    /// <exception cref="ProblemException">An entry is too long.</exception>
    public static byte[] Write(IReadOnlyCollection<ReadOnlyMemory<byte>> entries)
    {
        Refusal.Unless(entries.All(entry => entry.Length <= MaxEntryBytes), CommonProblems.LimitExceeded, $"An entry is longer than {MaxEntryBytes} bytes.");
        var bundle = new byte[entries.Sum(entry => entry.Length + sizeof(ushort))];
        var rest = bundle.AsSpan();
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)entry.Length);
            entry.Span.CopyTo(rest[sizeof(ushort)..]);
            rest = rest[(sizeof(ushort) + entry.Length)..];
        }

        return bundle;
    }

    /// <summary>The entries of a bundle.</summary>
    /// <exception cref="ProblemException">The bundle ends within an entry or has more entries than a tile is wide.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> bundle)
    {
        var entries = new List<ReadOnlyMemory<byte>>();
        for (var rest = bundle; !rest.IsEmpty; rest = rest[(sizeof(ushort) + entries[^1].Length)..])
        {
            Refusal.Unless(rest.Length >= sizeof(ushort) && entries.Count < TileAddress.FullWidth, CommonProblems.MalformedInput, "The bundle of entries is damaged.");
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest.Span);
            Refusal.Unless(rest.Length >= sizeof(ushort) + length, CommonProblems.MalformedInput, "The bundle ends within an entry.");
            entries.Add(rest.Slice(sizeof(ushort), length));
        }

        return entries;
    }
}
