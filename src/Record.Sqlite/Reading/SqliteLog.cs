using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>The log over the pool of readers. One connection sees one state, so a proof never mixes two.</summary>
internal sealed class SqliteLog(ReaderPool pool, NodeKeys? keys, Func<AssertionSigner?> signing) : IRecordLog
{
    private const string Newest = "SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1";

    private readonly Names _names = new();
    private volatile SignedNote? _last;
    private ulong _lastSize;
    private AssertionSigner? _lastSigner;

    public NodeKeys Keys => keys ?? throw new ProblemException(RecordProblems.StoreMissing, "The store has no identity yet.", null, "Open it once for writing.");

    public ulong Size => pool.Read(database => new LogReads(database).Size);

    public SignedNote Checkpoint()
    {
        var (size, signer) = (Size, signing());
        if (_last is { } known && _lastSize == size && ReferenceEquals(_lastSigner, signer))
        {
            return known;
        }

        var note = signer is null ? Stored() : Signed(size, signer);
        (_last, _lastSize, _lastSigner) = (note, size, signer);
        return note;
    }

    public SignedNote? WitnessedCheckpoint { get; set; }

    public byte[] Tile(TileAddress tile) => tile.Level == TileAddress.EntriesLevel ? Bundle(tile) : pool.Read(database => new LogReads(database).Tile(tile));

    public LogEntry? Entry(long number) => pool.Read(database => new LogReads(database).Entry(number));

    public (IReadOnlyList<byte[]> Leaves, byte[] Secret) Statements(long number) => pool.Read(database => new LogReads(database).Statements(number, _names));

    private byte[] Bundle(TileAddress tile) => pool.Read(database =>
    {
        var first = ((long)tile.Index * TileAddress.FullWidth) + 1;
        var entries = new LogReads(database).Entries(first, first + tile.Width - 1).Select(entry => new ReadOnlyMemory<byte>(entry.ToBytes())).ToList();
        return entries.Count == tile.Width
            ? EntryBundle.Write(entries)
            : throw new ProblemException(CommonProblems.NotFound, $"The log has no bundle {tile.Path}.");
    });

    private SignedNote Signed(ulong size, AssertionSigner by)
    {
        var root = pool.Read(database =>
        {
            var reads = new LogReads(database);
            return new MerkleProver(new TileNodes(size, tile => reads.Tile(tile))).Root(size);
        });
        return new Checkpoint(Keys.Log, size, root).Sign(by.Key.Key);
    }

    private SignedNote Stored() => pool.Read(database =>
    {
        using var row = database.Get(Newest);
        return row.Step()
            ? SignedNote.Parse(row.Text(0))
            : throw new ProblemException(CommonProblems.NotFound, "No checkpoint has been signed yet.");
    });
}
