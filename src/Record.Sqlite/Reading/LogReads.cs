using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>Reads the log over one connection.</summary>
internal sealed class LogReads(Database database)
{
    /// <summary>Rows of an assertion's statements, in their order.</summary>
    public static readonly string OfAssertion =
        $"SELECT {StatementRow.ColumnsOf("s")} FROM assertion CROSS JOIN json_each(assertion.things) AS about CROSS JOIN statement AS s "
        + "INDEXED BY statement_by_time ON s.thing_id = about.value AND s.seq = assertion.seq WHERE assertion.seq = ?1 ORDER BY s.ordinal";

    /// <summary>Number of leaves.</summary>
    public ulong Size => (ulong)database.Integer("SELECT coalesce(max(seq), 0) FROM assertion");

    /// <summary>Number of full tiles of a level that are stored.</summary>
    public long FullTiles(int level)
    {
        using var row = database.Get("SELECT coalesce(max(number), -1) + 1 FROM tile WHERE level = ?1").Bind(1, level);
        return row.Step() ? row.Integer(0) : 0;
    }

    /// <summary>The entry of an assertion, or <c>null</c>.</summary>
    public LogEntry? Entry(long number)
    {
        using var row = database.Get(LogRow.Select + "WHERE seq = ?1").Bind(1, number);
        return row.Step() ? LogRow.Read(row) : null;
    }

    /// <summary>The entries of assertions one after the other.</summary>
    public IEnumerable<LogEntry> Entries(long first, long last)
    {
        using var row = database.Get(LogRow.Select + "WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq").Bind(1, first).Bind(2, last);
        while (row.Step())
        {
            yield return LogRow.Read(row);
        }
    }

    /// <summary>Leaf hashes of assertions, 32 bytes each, worked out from their rows.</summary>
    public byte[] Leaves(long first, long last)
    {
        var hashes = new byte[(last - first + 1) * MerkleTree.HashBytes];
        var buffer = new CanonicalBuffer();
        var at = 0;
        foreach (var entry in Entries(first, last))
        {
            entry.HashTo(hashes.AsSpan(at, MerkleTree.HashBytes), buffer);
            at += MerkleTree.HashBytes;
        }

        return hashes[..at];
    }

    /// <summary>Hashes of a tile: a full one as stored, a partial one worked out.</summary>
    /// <exception cref="ProblemException">The log has no such tile.</exception>
    public byte[] Tile(TileAddress tile)
    {
        var content = Stored(tile) ?? (tile.Level == 0 ? Leaves(First(tile), First(tile) + tile.Width - 1) : Roots(tile));
        return content.Length == tile.Width * MerkleTree.HashBytes
            ? content
            : throw new ProblemException(CommonProblems.NotFound, $"The log has no tile {tile.Path}.");
    }

    /// <summary>Leaf hashes of an assertion's statements, and the secret of their salts.</summary>
    public (IReadOnlyList<byte[]> Leaves, byte[] Secret) Statements(long number, Names names)
    {
        using var head = database.Get("SELECT secret FROM assertion WHERE seq = ?1").Bind(1, number);
        byte[] secret = head.Step() && !head.IsNull(0) ? head.Blob(0).ToArray() : [];
        using var row = database.Get(OfAssertion).Bind(1, number);
        var leaves = new List<byte[]>();
        var buffer = new CanonicalBuffer();
        while (row.Step())
        {
            var hash = new byte[MerkleTree.HashBytes];
            var statement = StatementRow.Read(row, database, names);
            StatementLeaf.Hash(statement.Statement, StatementLeaf.Salt(secret, statement.Ordinal), buffer, hash);
            leaves.Add(hash);
        }

        return leaves.Count > 0 ? (leaves, secret) : (EventLeaves(number, secret), secret);
    }

    // An assertion is over statements or over events.
    private IReadOnlyList<byte[]> EventLeaves(long number, byte[] secret)
    {
        var events = Sqlite.Events.EventReads.OfAssertion(database, number);
        return [.. Record.Events.EventLeaf.Leaves([.. events.Select(Record.Events.EventLeaf.EntryOf)], secret).Chunk(MerkleTree.HashBytes)];
    }

    private static long First(TileAddress tile) => ((long)tile.Index * TileAddress.FullWidth) + 1;

    // A narrower tile is the beginning of the full one that came of it.
    private byte[]? Stored(TileAddress tile)
    {
        using var row = database.Get("SELECT hashes FROM tile WHERE level = ?1 AND number = ?2").Bind(1, tile.Level).Bind(2, (long)tile.Index);
        return row.Step() && row.Blob(0).Length >= tile.Width * MerkleTree.HashBytes ? row.Blob(0)[..(tile.Width * MerkleTree.HashBytes)].ToArray() : null;
    }

    private byte[] Roots(TileAddress tile)
    {
        using var row = database.Get("SELECT root FROM tile WHERE level = ?1 AND number >= ?2 ORDER BY number LIMIT ?3")
            .Bind(1, tile.Level - 1).Bind(2, (long)tile.Index * TileAddress.FullWidth).Bind(3, tile.Width);
        var content = new byte[tile.Width * MerkleTree.HashBytes];
        var found = 0;
        for (; row.Step(); found++)
        {
            row.Blob(0).CopyTo(content.AsSpan(found * MerkleTree.HashBytes));
        }

        return content[..(found * MerkleTree.HashBytes)];
    }
}
