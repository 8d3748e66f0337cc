using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Web.Access;

namespace Voltloop.Tracing.FoldEvents;

/// <summary>
/// The record as the fold uses it: it reads all events, and writes as who captured them, never more than that operator could write
/// by hand. Capturing events about somebody else's battery changes nothing in its passport.
/// </summary>
internal sealed class FoldAccess(ActorEventReader events, ActorRecordReader record, ActorRecordWriter writer, AccessSettings settings)
{
    private const string Name = "key events";

    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>All events.</summary>
    public IEventReader Events => events.For(Keeper);

    /// <summary>All statements.</summary>
    public IRecordReader Record => record.For(Keeper);

    private Actor Keeper => Actor.Keeper(settings.Keeper, Name, "events");

    /// <summary>Whether an issuer may write something.</summary>
    public async Task<bool> MayAsync(string issuer, FoldPlan plan, CancellationToken cancellation)
    {
        if (WriterOf(issuer) is not { } own) return false;
        try
        {
            await own.CheckAsync(plan.Batch(issuer), cancellation);
            return true;
        }
        catch (ProblemException refused) when (refused.Problem.Kind == AccessProblems.Forbidden)
        {
            return false;
        }
    }

    /// <summary>Writes in the name of an issuer; durable when it returns.</summary>
    public async Task<FoldCount> WriteAsync(string issuer, FoldPlan plan, CancellationToken cancellation)
    {
        var receipt = await WriterOf(issuer)!.WriteAsync(plan.Batch(issuer), cancellation);
        var retracted = plan.Statements.Count(statement => statement.Kind == StatementKind.Retracted);
        return new FoldCount { NewThings = receipt.NewThings, Stated = plan.Statements.Count - retracted, Retracted = retracted };
    }

    private ActorRecordWriter? WriterOf(string issuer) => !ThingId.TryParse(issuer, out var id) ? null
        : writer.For(id == settings.Keeper ? Keeper : new Actor(id, Name, Nothing, ActorRoles.Writer) { Authentication = "events" });
}
