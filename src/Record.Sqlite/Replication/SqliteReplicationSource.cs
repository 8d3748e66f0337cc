using Voltloop.Core.Problems;
using Voltloop.Kernels.SeriesCoding;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Replication;
using Voltloop.Record.Series;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Reading;

namespace Voltloop.Record.Sqlite.Replication;

/// <summary>Gives back-ups what they lack. A page is one state of the store, read over one connection.</summary>
internal sealed class SqliteReplicationSource(ReaderPool pool, (SeriesReads Series, DocumentReads Documents) reads, NodeWriting writing) : IReplicationSource
{
    private const int MaxPieceSamples = 32_768;
    private const long MaxResponseSamples = 4_000_000;

    // Other processes of this machine change accounts and keys without waking anybody here.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly Names _names = new();
    private volatile SignedNote? _last;

    public ChangeCursor Head => pool.ReadSnapshot(Heads.Read);

    public DateTimeOffset? RecordedAfter(long assertion) => pool.Read<DateTimeOffset?>(database =>
    {
        using var row = database.Get("SELECT recorded_at FROM assertion WHERE seq = ?1").Bind(1, assertion + 1);
        return row.Step() ? RecordTime.FromMicroseconds(row.Integer(0)) : null;
    });

    public async Task WaitAsync(ChangeCursor after, TimeSpan most, CancellationToken cancellation = default)
    {
        for (var left = most; left > TimeSpan.Zero && !cancellation.IsCancellationRequested; left -= Look)
        {
            var next = writing.Signal.Next;
            if (Head != after)
            {
                return;
            }

            await Task.WhenAny(next, Task.Delay(left < Look ? left : Look, cancellation));
            if (next.IsCompleted)
            {
                return;
            }
        }
    }

    public byte[] Read(ChangeCursor after)
    {
        var key = Signer();
        var page = pool.ReadSnapshot(database =>
        {
            var read = new PageReads(database, _names).Read(after);
            var isBehind = read.Head.Assertions < after.Assertions;
            return read with
            {
                Held = isBehind ? null : Note(database, after.Assertions, key),
                Checkpoint = Note(database, isBehind ? read.Head.Assertions : read.To.Assertions, key),
                MadeAt = writing.Now,
            };
        });
        return ChangePageCodec.Seal(page, key);
    }

    public Stream OpenDocument(string sha256) => reads.Documents.Open(sha256);

    public byte[] ReadSeries(IReadOnlyList<SeriesGap> gaps)
    {
        var key = Signer();
        var (pieces, samples) = (new List<SeriesPiece>(), 0L);
        foreach (var gap in gaps.TakeWhile(_ => samples < MaxResponseSamples))
        {
            var end = Math.Min(gap.To, reads.Series.Find(gap.Series)?.Samples ?? 0);
            for (var from = gap.From; from < end && samples < MaxResponseSamples; from += MaxPieceSamples)
            {
                var piece = Piece(gap.Series, from, (int)Math.Min(MaxPieceSamples, end - from));
                pieces.Add(piece);
                samples += (long)MaxPieceSamples * piece.Channels.Count;
            }
        }

        return SeriesPieceCodec.Seal(pieces, key);
    }

    private IssuerKey Signer() => writing.Signer?.Key ?? throw new ProblemException(ReplicationProblems.WrongRole, "This node is a back-up itself.", null, "Follow its primary.");

    private string? Note(Database database, long size, IssuerKey by)
    {
        if (size == 0)
        {
            return null;
        }

        if (_last is { } last && Checkpoint.Parse(last.Text) is var known && known.Size == (ulong)size && last.Signatures[0].KeyId == new LogKey(known.Origin, by.Key.Public).KeyId)
        {
            return last.ToString();
        }

        var log = new LogReads(database);
        var root = new MerkleProver(new TileNodes((ulong)size, tile => log.Tile(tile))).Root((ulong)size);
        var note = new Checkpoint(writing.Keys.Log, (ulong)size, root).Sign(by.Key);
        _last = note;
        return note.ToString();
    }

    private SeriesPiece Piece(string id, long from, int count)
    {
        var blocks = reads.Series.Read(id, new SeriesRange(from, count), CancellationToken.None).ToBlockingEnumerable().ToList();
        var channels = blocks[0].Columns.Count;
        return new SeriesPiece(id, from, blocks.Sum(block => block.Count), [.. Enumerable.Range(0, channels).Select(channel => Encode([.. blocks.SelectMany(block => block.Columns[channel])]))]);
    }

    private static byte[] Encode(double[] samples)
    {
        var bytes = new byte[SeriesCodec.MaxEncodedLength(samples.Length)];
        return bytes[..SeriesCodec.Encode(samples, bytes)];
    }
}
