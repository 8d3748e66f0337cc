using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Replication;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Reading;

namespace Voltloop.Record.Sqlite.Replication;

/// <summary>Compares the log that a back-up holds with what its primary signs.</summary>
internal sealed class ReplicaLog(Database database, NodeKeys keys)
{
    private const long Kept = 4096;

    private readonly LogReads _reads = new(database);

    /// <summary>Keys behind the assertions of a page: those known already win, and a page may not contradict them.</summary>
    public Dictionary<string, P256PublicKey> KeysOf(ChangePage page)
    {
        var found = new Dictionary<string, P256PublicKey>(StringComparer.Ordinal);
        foreach (var key in page.Keys)
        {
            var arrived = P256PublicKey.FromSpki(key.Spki);
            var known = Known(key.Id);
            found[key.Id] = known is null || known.Equals(arrived) ? arrived : throw new ProblemException(ProofProblems.UnknownKey, $"{key.Id} was another key before.");
        }

        return found;
    }

    /// <summary>Refuses a primary that has signed another past than the one this node holds.</summary>
    public void CheckHeld(ChangePage page, string log)
    {
        if (page.From.Assertions == 0)
        {
            return;
        }

        var said = Open(page.Held, log, (page.From.Assertions, keys.LogKeysOf(log)));
        if (!said.Root.AsSpan().SequenceEqual(Root(page.From.Assertions)))
        {
            throw page.Head.Assertions == page.From.Assertions
                ? new ProblemException(ProofProblems.SplitView, $"{log} shows another root for {page.From.Assertions} assertions than the one this node holds.")
                : new ProblemException(ProofProblems.LogRewritten, $"The first {page.From.Assertions} assertions of {log} are not those that this node holds.");
        }
    }

    /// <summary>Whether a node signs what this one holds.</summary>
    public bool IsHeld(ChangePage page, KnownNode node) =>
        Open(page.Held, node.Log, (page.From.Assertions, node.LogKeys)).Root.AsSpan().SequenceEqual(Root(page.From.Assertions));

    /// <summary>Refuses assertions that do not lead to the signed checkpoint, and keeps the checkpoint. In the open transaction.</summary>
    public void CheckGrown(ChangePage page, string log)
    {
        if (page.To.Assertions == 0)
        {
            return;
        }

        var said = Open(page.Checkpoint, log, (page.To.Assertions, keys.LogKeysOf(log)));
        if (!said.Root.AsSpan().SequenceEqual(Root(page.To.Assertions)))
        {
            throw new ProblemException(ProofProblems.MerkleMismatch, $"Assertions {page.From.Assertions + 1} to {page.To.Assertions} do not lead to the root that {log} signed.");
        }

        database.Get("DELETE FROM checkpoint WHERE size < ?1 AND size / ?2 = ?1 / ?2").Bind(1, page.To.Assertions).Bind(2, Kept).Run();
        database.Get("INSERT OR REPLACE INTO checkpoint (size, note) VALUES (?1, ?2)").Bind(1, page.To.Assertions).Bind(2, page.Checkpoint).Run();
    }

    private byte[] Root(long size) => new MerkleProver(new TileNodes((ulong)size, tile => _reads.Tile(tile))).Root((ulong)size);

    private static Checkpoint Open(string? note, string log, (long Size, IReadOnlyList<LogKey> Keys) expected)
    {
        var (signed, size) = (SignedNote.Parse(note ?? ""), expected.Size);
        signed.Verify([.. expected.Keys]);
        var checkpoint = Checkpoint.Parse(signed.Text);
        return checkpoint.Origin == log && checkpoint.Size == (ulong)size
            ? checkpoint
            : throw new ProblemException(ProofProblems.OtherLog, $"A checkpoint of {log} over {size} assertions was expected; it is of {checkpoint.Origin} over {checkpoint.Size}.");
    }

    private P256PublicKey? Known(string id)
    {
        using var row = database.Get("SELECT public FROM signing_key WHERE name = ?1").Bind(1, id);
        return row.Step() ? P256PublicKey.FromSpki(row.Blob(0)) : keys.Known.Select(node => node.Document.Find(id)?.Key).FirstOrDefault(key => key is not null);
    }
}
