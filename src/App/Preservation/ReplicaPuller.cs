using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Proofs;
using Voltloop.Record.Replication;
using Voltloop.Record.Writing;
using Voltloop.Web.Composition;
using Voltloop.Web.Preservation;

namespace Voltloop.App.Preservation;

/// <summary>Follows the primary while the node is a back-up. A log that contradicts itself stops it; everything else is tried again.</summary>
/// <param name="parts">What preservation works with.</param>
/// <param name="tracker">Told of what was written.</param>
/// <param name="record">The record, for what its operator has stated.</param>
/// <param name="directory">Where the key for the primary is kept.</param>
internal sealed class ReplicaPuller(PreservationParts parts, ChangeTracker tracker, IRecordReader record, StoreDirectory directory) : BackgroundService
{
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan NoteEvery = TimeSpan.FromSeconds(5);

    // What is wrong with the log stays wrong however often one asks.
    private static readonly HashSet<ProblemKind> Final =
    [
        ProofProblems.LogTruncated, ProofProblems.LogRewritten, ProofProblems.SplitView, ProofProblems.OtherLog, ProofProblems.MerkleMismatch,
        ProofProblems.BadSignature, ProofProblems.UnknownKey, ReplicationProblems.OutOfOrder, ReplicationProblems.OtherNode, ReplicationProblems.Diverged,
    ];

    private DateTimeOffset _noted;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (parts.Store.State.IsFollowing)
            {
                await FollowAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        var replica = parts.Store.Replica!;
        using var client = new NodeClient(new PrimaryAddress(replica.State.Primary!, PrimaryAddress.KeptKey(directory.Path)));
        var session = new ReplicaSession(replica, client, parts.Log);
        try
        {
            while (replica.State.IsFollowing && !stopping.IsCancellationRequested)
            {
                await TakeAsync(replica, await session.StepAsync(Hold, stopping), stopping);
            }
        }
        catch (ProblemException e)
        {
            await RefuseAsync(replica, e.Problem);
        }
    }

    private async Task TakeAsync(IReplica replica, ChangePage page, CancellationToken stopping)
    {
        var now = parts.Work.Now;
        (parts.Progress.Head, parts.Progress.Trouble) = (page.Head, null);
        if (page.Assertions is [var first, ..])
        {
            parts.Progress.Delays.Add((now - RecordTime.FromMicroseconds(first.Entry.RecordedAt)).TotalMilliseconds);
        }

        if (!page.IsEmpty)
        {
            await TellAsync(page, stopping);
        }

        if (now - _noted > NoteEvery)
        {
            _noted = now;
            await NoteAsync(replica, now, stopping);
        }
    }

    // Pages that were kept and rights that were read must not outlive what they were made of.
    private async Task TellAsync(ChangePage page, CancellationToken stopping)
    {
        tracker.Touch(page.Things.Select(thing => thing.Thing.Id)
            .Concat(page.Assertions.SelectMany(assertion => assertion.Statements).Select(statement => statement.Thing))
            .Concat(page.Series.Select(series => series.Spec.Thing)).Distinct());
        var aboutRights = page.Assertions.Where(assertion => assertion.Statements.Any(statement => AccessTerms.IsReserved(statement.Term)));
        var batch = new WriteBatch { Assertions = [.. aboutRights.Select(assertion => new Record.Statements.Assertion(assertion.Entry.Issuer, assertion.Statements))] };
        await parts.Access.Register.ObserveAsync(batch, parts.Access.Policy.Keeper, stopping);
    }

    private async Task NoteAsync(IReplica replica, DateTimeOffset now, CancellationToken stopping)
    {
        var ceased = replica.State.OpenedAt is null ? await OpeningRules.CeasedAsync(record, parts.Access.Policy, now, stopping) : null;
        await replica.NoteAsync(state => state.Role is NodeRole.Primary ? state : state with
        {
            ContactAt = now,
            OpenedAt = state.OpenedAt ?? ceased,
            OpenedBecause = state.OpenedBecause ?? (ceased is null ? null : "The operator has stated that it ceased."),
        });
    }

    private async Task RefuseAsync(IReplica replica, Problem problem)
    {
        parts.Progress.Trouble = problem;
        if (Final.Contains(problem.Kind) && replica.State.IsFollowing)
        {
            var now = parts.Work.Now;
            await replica.NoteAsync(state => state with { Problem = problem.Kind.Code, Detail = problem.Detail, StoppedAt = now });
        }
    }
}
