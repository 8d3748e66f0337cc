using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Reading;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>
/// Grows the Merkle log inside the open transaction. Only full tiles are stored, so an assertion costs about 33 bytes and
/// no page is written twice; the right border is kept in memory and worked out again after a rollback.
/// </summary>
internal sealed class LogTable(Database database)
{
    private const int TileBytes = TileAddress.FullWidth * MerkleTree.HashBytes;

    private readonly LogReads _reads = new(database);
    private readonly CanonicalBuffer _buffer = new();
    private List<(long Full, byte[] Partial, int Count)>? _border;

    /// <summary>Appends the leaf of an assertion whose row is written.</summary>
    public void Append(LogEntry entry)
    {
        Span<byte> hash = stackalloc byte[MerkleTree.HashBytes];
        entry.HashTo(hash, _buffer);
        Push(_border ??= Load(entry.Number - 1), 0, hash);
    }

    /// <summary>Drops the border, after a rollback.</summary>
    public void Forget() => _border = null;

    /// <summary>Makes the tiles that a store of before the log lacks.</summary>
    public void CatchUp()
    {
        var (size, first) = ((long)_reads.Size, _reads.FullTiles(0) * TileAddress.FullWidth);
        if (size - first < TileAddress.FullWidth)
        {
            return;
        }

        database.Get("BEGIN IMMEDIATE").Run();
        var border = Load(first);
        for (; first < size; first += TileAddress.FullWidth)
        {
            var hashes = _reads.Leaves(first + 1, Math.Min(size, first + TileAddress.FullWidth));
            for (var at = 0; at < hashes.Length; at += MerkleTree.HashBytes)
            {
                Push(border, 0, hashes.AsSpan(at, MerkleTree.HashBytes));
            }
        }

        database.Get("COMMIT").Run();
    }

    private void Push(List<(long Full, byte[] Partial, int Count)> border, int level, ReadOnlySpan<byte> hash)
    {
        if (level == border.Count)
        {
            border.Add((0, new byte[TileBytes], 0));
        }

        var (full, partial, count) = border[level];
        hash.CopyTo(partial.AsSpan(count * MerkleTree.HashBytes));
        border[level] = (full, partial, ++count);
        if (count == TileAddress.FullWidth)
        {
            var root = TileLayout.Root(partial);
            Store(level, full, root, partial);
            border[level] = (full + 1, partial, 0);
            Push(border, level + 1, root);
        }
    }

    private void Store(int level, long number, byte[] root, byte[] hashes) =>
        database.Get("INSERT INTO tile (level, number, root, hashes) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, level).Bind(2, number).Bind(3, root.AsSpan()).Bind(4, hashes.AsSpan()).Run();

    private List<(long Full, byte[] Partial, int Count)> Load(long size)
    {
        var border = new List<(long, byte[], int)>();
        for (var (level, rest) = (0, size); rest > 0; level++, rest /= TileAddress.FullWidth)
        {
            var (full, count) = (rest / TileAddress.FullWidth, (int)(rest % TileAddress.FullWidth));
            var partial = new byte[TileBytes];
            if (count > 0)
            {
                _reads.Tile(new TileAddress(level, (ulong)full, count)).CopyTo(partial, 0);
            }

            border.Add((full, partial, count));
        }

        return border;
    }
}
