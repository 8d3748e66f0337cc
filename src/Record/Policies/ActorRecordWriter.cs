using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Record.Policies;

/// <summary>
/// The <see cref="IRecordWriter"/> that rooms get: lets through what the actor at work may write. Who creates a thing
/// answers for it. Rights themselves are written by <see cref="RightsDesk"/> only.
/// </summary>
/// <param name="record">The record, for what is there already; unfiltered.</param>
/// <param name="inner">The writer behind.</param>
/// <param name="access">The decision point and what it needs.</param>
/// <param name="work">Who is asking, when, and where it is logged.</param>
public sealed class ActorRecordWriter(IRecordReader record, IRecordWriter inner, RecordAccess access, ActorWork work) : IRecordWriter, IWriteGuard
{
    /// <summary>The same for another actor: work that runs later in the name of somebody.</summary>
    public ActorRecordWriter For(Actor actor) => new(record, inner, access, work.For(actor));

    /// <inheritdoc/>
    public async Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellation = default)
    {
        var actor = work.Actor;
        var created = await CheckAsync(actor, batch, cancellation);
        await StateTableAsync(cancellation);
        var owned = WithOwner(batch, actor, created) with { Author = AuthorOf(actor, batch) };
        var receipt = await inner.WriteAsync(owned, cancellation);
        await access.Register.ObserveAsync(owned, access.Policy.Keeper, cancellation);
        if (receipt.LastAccess > 0) work.Trail.Logged(receipt.LastAccess);
        return receipt;
    }

    /// <inheritdoc/>
    public Task CheckAsync(WriteBatch batch, CancellationToken cancellation = default) => CheckAsync(work.Actor, batch, cancellation);

    // Stated before the first value it governs, and again when it has changed: later readers know what was restricted when.
    private async Task StateTableAsync(CancellationToken cancellation)
    {
        if (access.Register.UnstatedTable is not { } table) return;
        var keeper = access.Policy.Keeper;
        var known = await record.FindThingAsync(keeper, cancellation);
        var batch = new WriteBatch
        {
            Things = known is null ? [new Thing(keeper, ThingKind.Operator, keeper.Value)] : [],
            Assertions = [new Assertion(keeper.Value, [new Statement(keeper, AccessTerms.Table, StatementValue.FromStoredJson(table), work.Now)])],
        };
        await inner.WriteAsync(batch, cancellation);
        await access.Register.ObserveAsync(batch, keeper, cancellation);
    }

    private static WriteAuthor? AuthorOf(Actor actor, WriteBatch batch) =>
        IsHouse(actor) || IsCapture(batch) ? null : new WriteAuthor(actor.Operator?.Value ?? "", actor.Name);

    // Who captured events, and when, stands in the log and in the capture job, which are written with them.
    private static bool IsCapture(WriteBatch batch) => batch is { Events: not null, Assertions.Count: 0, Things.Count: 0, Series.Count: 0 };

    // Code that runs in the house and for nobody: the example at the start, verbs of the command line.
    private static bool IsHouse(Actor actor) => string.Equals(actor.Authentication, "house", StringComparison.Ordinal);

    private async Task<HashSet<ThingId>> CheckAsync(Actor actor, WriteBatch batch, CancellationToken cancellation)
    {
        if (IsHouse(actor)) return [];
        if (!actor.IsWriter) throw Refusal(actor, "This needs the right to write.");
        CheckIssuers(actor, batch);
        var created = await CheckThingsAsync(actor, batch, cancellation);
        foreach (var stated in batch.Assertions.SelectMany(a => a.Statements).Select(s => (s.Thing, s.Term)).Distinct())
        {
            await CheckAsync(actor, stated, created, cancellation);
        }

        foreach (var measured in batch.Series.Select(s => s.Spec.Thing).Distinct())
        {
            await CheckAsync(actor, (measured, AccessTerms.Series), created, cancellation);
        }

        return created;
    }

    // Whoever runs the store takes in files of others; everyone else speaks for itself.
    private static void CheckIssuers(Actor actor, WriteBatch batch)
    {
        var foreign = batch.Assertions.FirstOrDefault(a => !string.Equals(a.Issuer, actor.Operator?.Value, StringComparison.Ordinal));
        var issuer = foreign?.Issuer ?? (batch.Events is { } events && !string.Equals(events.Issuer, actor.Operator?.Value, StringComparison.Ordinal) ? events.Issuer : null);
        if (!actor.IsKeeper && issuer is not null)
        {
            throw new ProblemException(AccessProblems.Forbidden, $"{actor.Name} speaks for {actor.Operator}, not for {issuer}.");
        }
    }

    private async Task<HashSet<ThingId>> CheckThingsAsync(Actor actor, WriteBatch batch, CancellationToken cancellation)
    {
        var created = new HashSet<ThingId>();
        foreach (var thing in batch.Things)
        {
            var known = await record.FindThingAsync(thing.Id, cancellation);
            if (known is null) created.Add(thing.Id);
            else if (thing.Aliases.Except(known.Aliases, StringComparer.Ordinal).Any() || (known.Model is null && thing.Model is not null)) await CheckAsync(actor, (thing.Id, AccessTerms.Series), created, cancellation);
        }

        return created;
    }

    private async Task CheckAsync(Actor actor, (ThingId Thing, string Term) stated, HashSet<ThingId> created, CancellationToken cancellation)
    {
        if (AccessTerms.IsReserved(stated.Term)) throw new ProblemException(AccessProblems.Forbidden, $"{stated.Term} is written by the verbs and routes for rights only.");
        if (AccessTerms.IsForKeeper(stated.Term) && !actor.IsKeeper) throw Refusal(actor, $"{stated.Term} is stated by the operator who runs the store only.");
        if (created.Contains(stated.Thing)) return;
        var subject = await access.Register.SubjectAsync(stated.Thing, cancellation);
        if (!access.Policy.MayWrite(actor, subject, stated.Term, work.Now).Allowed) throw Refusal(actor, $"{actor.Operator} may not write {stated.Term} of {stated.Thing}.");
    }

    private static ProblemException Refusal(Actor actor, string detail) => actor.IsAnonymous
        ? new ProblemException(AccessProblems.SignInRequired, detail, null, "Sign in at /sign-in, or send an API key or a token.")
        : new ProblemException(AccessProblems.Forbidden, detail, null, "Ask the operator who answers for the thing for a grant.");

    private WriteBatch WithOwner(WriteBatch batch, Actor actor, HashSet<ThingId> created)
    {
        ThingId[] own = [.. batch.Things.Where(t => created.Contains(t.Id) && t.Kind != ThingKind.Operator).Select(t => t.Id)];
        if (own.Length == 0 || actor.Operator is not { } owner || owner == access.Policy.Keeper) return batch;
        var now = work.Now;
        var owned = new Assertion(owner.Value, [.. own.Select(id => new Statement(id, AccessTerms.Responsible, StatementValue.Of(owner.Value), now))]);
        return batch with { Assertions = [.. batch.Assertions, owned] };
    }
}
