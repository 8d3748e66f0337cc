using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Replication;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Reading;

namespace Voltloop.Record.Sqlite.Replication;

/// <summary>The node's part in preservation over the store.</summary>
internal sealed class SqliteReplica(ReaderPool pool, NodeWriting writing, IAccountStore accounts) : IReplica
{
    public ReplicaState State => writing.State;

    public ChangeCursor Cursor => pool.ReadSnapshot(Heads.Read) with { Revisions = writing.State.Revisions };

    public async Task FollowAsync(Uri primary, NodeCard card, ChangePage first)
    {
        var old = writing.State;
        CheckPast(card, first, old);
        writing.Keys.Remember([.. card.Before, card.Node]);
        await writing.ChangeAsync(state => new ReplicaState
        {
            Role = NodeRole.Replica, Primary = primary, Log = card.Node.Log, Keeper = card.Keeper, Revisions = IsSame(state, card) ? state.Revisions : 0,
        });
    }

    public long SamplesOf(string series) => writing.Use(replica => replica.SamplesOf(series));

    public bool HasDocument(string sha256) => pool.Read(database =>
    {
        using var row = database.Get("SELECT 1 FROM document WHERE sha256 = ?1").Bind(1, sha256);
        return row.Step();
    });

    public void Apply(IReadOnlyList<ArrivedSamples> samples) => writing.Use(replica =>
    {
        replica.Apply(samples);
        return true;
    });

    public void Apply(ChangePage page, FetchedParts fetched)
    {
        // Accounts have a connection of their own; saving one again changes nothing, so a crash between the two is harmless.
        var known = accounts.ListAccounts().Select(Shape).Concat(accounts.ListKeys().Select(Shape)).ToHashSet(StringComparer.Ordinal);
        page.Accounts.Where(account => !known.Contains(Shape(account))).ToList().ForEach(accounts.Save);
        page.ApiKeys.Where(key => !known.Contains(Shape(key))).ToList().ForEach(accounts.Save);
        writing.Use(replica =>
        {
            writing.Stored(replica.Apply(page, fetched));
            return true;
        });
    }

    public Task NoteAsync(Func<ReplicaState, ReplicaState> change) => writing.ChangeAsync(change);

    public Task PromoteAsync(DateTimeOffset now)
    {
        if (State.Role != NodeRole.Replica)
        {
            throw new ProblemException(ReplicationProblems.WrongRole, "This node takes writes already; it follows nobody.");
        }

        var size = Cursor.Assertions;
        return writing.ChangeAsync(state => state with { Role = NodeRole.Primary, PromotedAt = now, PromotedWith = size, Problem = null, Detail = null, StoppedAt = null });
    }

    // A node that has been on its own may only follow one that has all it has.
    private void CheckPast(NodeCard card, ChangePage first, ReplicaState old)
    {
        var cursor = Cursor;
        if (card.Node.Log == writing.Keys.Log)
        {
            throw new ProblemException(ReplicationProblems.OtherNode, "A node cannot follow itself, nor another one with its own key.");
        }

        if (writing.Keys.Known.FirstOrDefault(node => node.Log == card.Node.Log) is { } known && !known.IsContinuedBy(card.Node))
        {
            throw new ProblemException(ReplicationProblems.OtherNode, $"{card.Node.Log} shows other keys than before.");
        }

        var lost = cursor.Assertions - first.Head.Assertions;
        if (lost > 0 || first.From != cursor with { Revisions = IsSame(old, card) ? cursor.Revisions : 0 } || first.Head.Things < cursor.Things || first.Head.Documents < cursor.Documents)
        {
            throw Diverged($"This node has {cursor.Assertions} entries, the other one {first.Head.Assertions}.");
        }

        pool.Read(database =>
        {
            CheckRoot(new ReplicaLog(database, writing.Keys), card, first);
            return true;
        });
    }

    private static void CheckRoot(ReplicaLog log, NodeCard card, ChangePage first)
    {
        if (first.From.Assertions > 0 && !log.IsHeld(first, card.Node))
        {
            throw Diverged($"The first {first.From.Assertions} entries are not the same on both.");
        }
    }

    private static ProblemException Diverged(string detail) => new(
        ReplicationProblems.Diverged, detail, null, "Nothing was changed. Keep this folder, and restore the other node's record to a new one: ./run restore --from URL --data NEW");

    private static bool IsSame(ReplicaState state, NodeCard card) => state.Role == NodeRole.Replica && state.Log == card.Node.Log;

    private static string Shape(Account a) =>
        FormattableString.Invariant($"{a.Name}|{a.Operator}|{string.Join(' ', a.Audiences.Order(StringComparer.Ordinal))}|{a.Roles}|{a.PasswordHash}|{a.Disabled}|{a.Failures}|{a.LockedUntil:O}");

    private static string Shape(ApiKey k) => FormattableString.Invariant($"{k.Id}|{k.Hash}|{k.RevokedAt:O}|{k.ExpiresAt:O}");
}
