using Microsoft.Extensions.Options;
using Voltloop.Core.Problems;
using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tracing.AskHolders;

/// <summary>Follows a chain step by step: through the own events, then from holder to holder, as far as each of them opens it.</summary>
/// <param name="steps">The own events.</param>
/// <param name="rights">Who is who.</param>
/// <param name="client">Asks others.</param>
/// <param name="settings">Limits.</param>
internal sealed class ChainWalker(StepReader steps, ChainRights rights, HolderClient client, IOptions<ChainSettings> settings)
{
    /// <summary>Most places of one walk.</summary>
    public const int MaxPlaces = 200;

    /// <summary>Most organisations on the way from the beginning to a place.</summary>
    public const int MaxHops = 8;

    /// <summary>Walks.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Told of every place as it is reached; <c>null</c> for nobody.</param>
    /// <param name="cancellation">Stops the walk; what was answered is kept.</param>
    /// <exception cref="ProblemException">No own event names the thing.</exception>
    public async Task<ChainWalk> WalkAsync(WalkRequest request, IProgress<WalkPlace>? progress, CancellationToken cancellation)
    {
        var run = new WalkRun(request.Question(), await rights.PartnersAsync(cancellation), (request.Across == true ? MaxHops : 1, request.Fresh == true));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.Value.WalkSeconds));
        try
        {
            while (run.Count < MaxPlaces && run.TryTake(out var stop))
            {
                var place = run.Add(stop, await LookAsync(run, stop, patience.Token));
                progress?.Report(place);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            run.Interrupt();
        }

        return run.End();
    }

    private Task<WalkPlace> LookAsync(WalkRun run, WalkStop stop, CancellationToken cancellation) => run.Kind(stop) switch
    {
        WalkState.Own => LookHereAsync(run, stop, cancellation),
        WalkState.Answered => AskAsync(run, stop, cancellation),
        var state => Task.FromResult(run.Place(stop, state)),
    };

    private async Task<WalkPlace> LookHereAsync(WalkRun run, WalkStop stop, CancellationToken cancellation)
    {
        var step = await steps.ReadAsync(stop.Thing, run.Question.Direction, cancellation);
        if (!step.IsKnown && stop.Level == 0) throw new ProblemException(CommonProblems.NotFound, $"No event of this record names {stop.Thing}.", null, "Begin with something that you made, got or gave.");
        run.Follow(stop, step.Holders(run.Book), [.. step.Next.Select(name => new NextThing(name, []))]);
        return run.Place(stop, WalkState.Own) with { Events = step.Joins.Count, Tombstones = [.. step.Withdrawals.Select(one => one.Withdrawal!)], IsCut = step.IsCut };
    }

    private async Task<WalkPlace> AskAsync(WalkRun run, WalkStop stop, CancellationToken cancellation)
    {
        var (did, question) = (stop.Holder!.Did!, run.Question with { Thing = stop.Thing });
        var held = run.Down.TryGetValue(did, out var since) ? client.Last(did, question, since) : await client.AskAsync(did, question, run.IsFresh, cancellation);
        if (held.Problem is { } problem && problem.Kind == TracingProblems.HolderUnreachable) run.Down[did] = problem;
        var gone = held.Problem is null ? null : await rights.CeasedAsync(did, cancellation);
        var state = StateOf(held, did, gone);
        if (held.Answer is { } answer && state is WalkState.Answered or WalkState.Unreachable or WalkState.Tombstone) run.Follow(stop, held.Answer!.Holders, held.Answer.Next);
        return Shown(run.Place(stop, state), held, gone);
    }

    private static WalkState StateOf(HeldAnswer held, string did, Tombstone? gone)
    {
        if (held.Problem is not { } problem) return held.Answer!.Tombstones.Any(stone => stone.What == did) ? WalkState.Tombstone : WalkState.Answered;
        if (problem.Kind == TracingProblems.ChainClosed) return WalkState.Closed;
        if (problem.Kind.HttpStatus < 500 && problem.Kind.HttpStatus != 429) return WalkState.Refused;
        return gone is null ? WalkState.Unreachable : WalkState.Tombstone;
    }

    private static WalkPlace Shown(WalkPlace place, HeldAnswer held, Tombstone? gone)
    {
        place = place with { AnsweredAt = held.AnsweredAt, Problem = held.Problem?.Kind.Code, Detail = held.Problem?.Detail };
        if (held.Answer is not { } answer || place.State is WalkState.Closed or WalkState.Refused) return place;
        return place with
        {
            IsKept = held.IsKept, Ground = answer.Ground, Events = answer.Events.Count, IsCut = answer.IsCut,
            Tombstones = gone is null ? answer.Tombstones : [.. answer.Tombstones, gone],
        };
    }
}
