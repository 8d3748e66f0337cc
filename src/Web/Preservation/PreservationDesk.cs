using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Replication;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Web.Preservation;

/// <summary>Says where the node stands in preservation, and changes it. Only whoever runs the node may.</summary>
/// <param name="parts">What it works with.</param>
public sealed class PreservationDesk(PreservationParts parts)
{
    /// <summary>A primary that has answered within this time counts as alive.</summary>
    public static readonly TimeSpan Alive = TimeSpan.FromSeconds(5);

    /// <summary>Longest reason, in characters.</summary>
    public const int MaxReason = 500;

    private NodeStore Store => parts.Store;

    /// <summary>Whether the actor at work sees more than everybody.</summary>
    public bool SeesAll => new ReplicationRight(parts.Access.Policy, parts.Access.Register).Holds(parts.Work.Actor, parts.Work.Now);

    /// <summary>Whether the actor at work runs the node.</summary>
    public bool IsKeeper => parts.Work.Actor.IsKeeper;

    /// <summary>Where the node stands, as far as the actor at work may know.</summary>
    public PreservationStatus Status()
    {
        var (state, checkpoint) = (Store.State, Checkpoint());
        var status = Basics(state, checkpoint);
        return SeesAll ? Details(status, state) : status.ForStrangers();
    }

    /// <summary>Ends following: the node takes writes. The record states it, so that everybody can see where another node went on.</summary>
    /// <param name="because">Reason, for the record.</param>
    /// <param name="force">Also while the primary answers.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ProblemException">The node is no back-up, or its primary still answers.</exception>
    public async Task PromoteAsync(string? because, bool force, CancellationToken cancellation = default)
    {
        var (replica, reason) = (Replica(), Reason(because));
        var state = Store.State;
        if (!force && state.IsFollowing && parts.Progress.Trouble is null && parts.Work.Now - state.ContactAt < Alive)
        {
            throw new ProblemException(CommonProblems.Conflict, $"The primary {state.Primary} still answers; with two primaries the record would have two pasts.", null, "Stop the primary first, or force it.");
        }

        var before = Checkpoint();
        await replica.PromoteAsync(parts.Work.Now);
        await parts.Work.LogAsync("promote", $"{state.Log} from entry {before?.Size ?? 0} on: {reason}");
        await StateAsync(PreservationTerms.LogContinued, Continued(state, before, reason), parts.Work.Now, cancellation);
    }

    /// <summary>Opens the back-up to everybody: its operator is gone. It still takes no writes.</summary>
    public async Task OpenAsync(string? because)
    {
        var (replica, reason) = (Replica(), Reason(because));
        Demand(Store.State.Role == NodeRole.Replica, "This node is no back-up; it serves everybody already.");
        var now = parts.Work.Now;
        await replica.NoteAsync(state => state with { OpenedAt = now, OpenedBecause = reason });
        await parts.Work.LogAsync("open-backup", reason);
    }

    /// <summary>Puts the back-up on standby again: the operator is back.</summary>
    public async Task CloseAsync()
    {
        await Replica().NoteAsync(state => state with { OpenedAt = null, OpenedBecause = null });
        await parts.Work.LogAsync("close-backup", "");
    }

    /// <summary>States from when on the operator no longer acts: back-ups open then.</summary>
    public async Task CeaseAsync(DateTimeOffset? from, CancellationToken cancellation = default)
    {
        Replica();
        var day = from ?? parts.Work.Now;
        await StateAsync(PreservationTerms.OperatorCeased, StatementValue.Of(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), day, cancellation);
        await parts.Work.LogAsync("cease", $"from {day:O}");
    }

    /// <summary>Goes on following after a problem was looked into.</summary>
    public async Task ResumeAsync()
    {
        await Replica().NoteAsync(state => state with { Problem = null, Detail = null, StoppedAt = null });
        await parts.Work.LogAsync("resume", "");
    }

    /// <summary>Forgets a back-up that will not come back.</summary>
    /// <exception cref="ProblemException">There is none of that name.</exception>
    public async Task ForgetAsync(string name)
    {
        Keeper();
        if (!parts.Book.Forget(name)) throw new ProblemException(CommonProblems.NotFound, $"No back-up is called \"{name}\".");
        await parts.Work.LogAsync("forget-backup", name);
    }

    private PreservationStatus Basics(ReplicaState state, Checkpoint? checkpoint) => new(
        state.Role, checkpoint?.Origin ?? state.Log ?? parts.Log.Keys.Log, (long)(checkpoint?.Size ?? 0), checkpoint is null ? null : Convert.ToBase64String(checkpoint.Root))
    {
        Primary = state.Primary,
        IsOpen = OpeningRules.IsOpen(state, parts.Settings, parts.Work.Now),
        OpenedAt = state.OpenedAt,
        OpenedBecause = state.OpenedBecause,
        PromotedAt = state.PromotedAt,
        PromotedWith = state.PromotedAt is null ? null : state.PromotedWith,
    };

    private PreservationStatus Details(PreservationStatus status, ReplicaState state)
    {
        var isReplica = state.Role == NodeRole.Replica;
        double? lag = isReplica && state.CompleteAt is { } complete ? Math.Max(0, (parts.Work.Now - complete).TotalSeconds) : null;
        long? missing = isReplica && parts.Progress.Head is { } head ? Math.Max(0, head.Assertions - status.Entries) : null;
        var followers = Followers();
        return status with
        {
            OpensAt = OpeningRules.OpensAt(state, parts.Settings),
            LagSeconds = lag,
            LagEntries = missing,
            MaxLagSeconds = parts.Settings.MaxLagSeconds,
            MaxLagEntries = parts.Settings.MaxLagEntries,
            IsLate = lag > parts.Settings.MaxLagSeconds || missing > parts.Settings.MaxLagEntries || (isReplica && lag is null) || followers.Any(follower => follower.IsLate),
            Delays = isReplica ? parts.Progress.Delays.Read() : null,
            Problem = state.Problem ?? parts.Progress.Trouble?.Kind.Code,
            Detail = state.Problem is null ? parts.Progress.Trouble?.Detail : state.Detail,
            IsStopped = state.Problem is not null,
            Followers = followers,
            Witnesses = parts.Cosigned.List(),
        };
    }

    private List<FollowerLag> Followers()
    {
        var (now, head) = (parts.Work.Now, (long)parts.Log.Size);
        return [.. parts.Book.List().Select(follower => Lag(follower, now, head))];
    }

    private FollowerLag Lag(Follower follower, DateTimeOffset now, long head)
    {
        var behind = Math.Max(0, head - follower.Assertions);
        var oldest = behind > 0 ? Store.Source?.RecordedAfter(follower.Assertions) : null;
        var (seconds, silent) = (Math.Max(0, (now - oldest)?.TotalSeconds ?? 0), Math.Max(0, (now - follower.ConfirmedAt).TotalSeconds));
        var isLate = seconds > parts.Settings.MaxLagSeconds || behind > parts.Settings.MaxLagEntries || silent > parts.Settings.MaxLagSeconds;
        return new FollowerLag(follower.Name, follower.Operator, follower.Assertions, behind, seconds, silent, isLate);
    }

    private Checkpoint? Checkpoint()
    {
        try
        {
            return parts.Log.Size == 0 ? null : Record.Proofs.Merkle.Checkpoint.Parse(parts.Log.Checkpoint().Text);
        }
        catch (ProblemException e) when (e.Problem.Kind == CommonProblems.NotFound)
        {
            return null;
        }
    }

    private StatementValue Continued(ReplicaState state, Checkpoint? before, string reason) => StatementValue.FromStoredJson(JsonSerializer.Serialize(new
    {
        log = state.Log,
        continuedBy = parts.Log.Keys.Log,
        entries = before?.Size ?? 0,
        root = before is null ? null : Convert.ToBase64String(before.Root),
        because = reason,
    }));

    private async Task StateAsync(string term, StatementValue value, DateTimeOffset from, CancellationToken cancellation)
    {
        var keeper = parts.Access.Policy.Keeper;
        await parts.Writer.WriteAsync(
            new WriteBatch
            {
                Things = [new Thing(keeper, ThingKind.Operator, keeper.Value)],
                Assertions = [new Assertion(keeper.Value, [new Statement(keeper, term, value, from)])],
            },
            cancellation);
    }

    private IReplica Replica()
    {
        Keeper();
        return Store.Replica ?? throw new ProblemException(RecordProblems.StoreReadOnly, "The store is open for reading only.");
    }

    private void Keeper()
    {
        var actor = parts.Work.Actor;
        if (!actor.IsKeeper)
        {
            throw actor.IsAnonymous
                ? new ProblemException(AccessProblems.SignInRequired, "Only whoever runs the node changes its role.", null, "Sign in at /sign-in.")
                : new ProblemException(AccessProblems.Forbidden, "Only whoever runs the node changes its role.");
        }
    }

    private static string Reason(string? because) => because is { Length: > 0 and <= MaxReason } reason && !string.IsNullOrWhiteSpace(reason)
        ? reason.Trim()
        : throw new ProblemException(CommonProblems.InvalidValue, $"A reason of 1 to {MaxReason} characters is needed: it stands in the record.", "because");

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds) throw new ProblemException(ReplicationProblems.WrongRole, otherwise);
    }
}
