using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Reading;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>Signs a checkpoint now and then inside the open transaction, so that a log that was cut off is noticed later.</summary>
internal sealed class CheckpointTable(Database database, NodeKeys keys, AssertionSigner signer)
{
    /// <summary>Least time between two, in microseconds.</summary>
    private const long Interval = 1_000_000;

    /// <summary>Assertions of which one older checkpoint is kept.</summary>
    private const long Kept = 4096;

    private readonly LogReads _reads = new(database);
    private long _last;

    /// <summary>Signs when it is time.</summary>
    /// <param name="now">Now, in the record's microseconds; <see cref="long.MaxValue"/> to sign in any case.</param>
    /// <returns>The note, or <c>null</c> when it was not time.</returns>
    public string? Sign(long now)
    {
        var size = _reads.Size;
        if (now - Interval < _last || size == 0)
        {
            return null;
        }

        _last = now == long.MaxValue ? _last : now;
        var root = new MerkleProver(new TileNodes(size, tile => _reads.Tile(tile))).Root(size);
        var note = new Checkpoint(keys.Log, size, root).Sign(signer.Key.Key).ToString();
        database.Get("DELETE FROM checkpoint WHERE size < ?1 AND size / ?2 = ?1 / ?2").Bind(1, (long)size).Bind(2, Kept).Run();
        database.Get("INSERT OR REPLACE INTO checkpoint (size, note) VALUES (?1, ?2)").Bind(1, (long)size).Bind(2, note).Run();
        return note;
    }
}
