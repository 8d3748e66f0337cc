using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Passport.ChangeLifecycle;
using Voltloop.Passport.ReadPassport;
using Voltloop.Passport.ServeEn18222;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Passport.EndOperator;

/// <summary>
/// What becomes of passports whose operator is gone (Regulation (EU) 2023/1542, Article 78 (e)): they stay readable, say that
/// their operator has ceased and where the back-up is, and are handed over to a successor.
/// </summary>
internal sealed class OperatorDesk(IRecordReader record, IRecordWriter writer, PassportReader passports, LifecycleReader lives, LifecycleTools tools)
{
    /// <summary>Whether an operator has ceased, and what names it.</summary>
    public async Task<EndedOperator> ReadAsync(ThingId id, CancellationToken cancellation) => new()
    {
        Id = id.Value,
        CeasedOn = await lives.CeasedOnAsync(id.Value, AsOf.Latest, cancellation).ConfigureAwait(false),
        Passports = (await NamingAsync(DppTerms.Operator, id, cancellation).ConfigureAwait(false)).Count,
    };

    /// <summary>States the end, and hands over what is left when there is a successor. Asking again goes on where it stopped.</summary>
    /// <exception cref="Core.Problems.ProblemException">The actor does not run the store, or the day lies ahead.</exception>
    public async Task<EndedOperator> EndAsync(ThingId id, EndOperatorRequest request, CancellationToken cancellation)
    {
        ThingId? successor = string.IsNullOrWhiteSpace(request.Successor) ? null : ThingId.Parse(request.Successor);
        await tools.Rights.EndOperatorAsync(id, request.On ?? DateOnly.FromDateTime(tools.Clock.GetUtcNow().UtcDateTime), cancellation).ConfigureAwait(false);
        var handed = successor is { } heir ? await HandOverAsync(id, heir, cancellation).ConfigureAwait(false) : 0;
        return await ReadAsync(id, cancellation).ConfigureAwait(false) with { HandedOver = handed };
    }

    // The keeper takes the right to write into escrow, names the successor, and passes the right on.
    private async Task<int> HandOverAsync(ThingId gone, ThingId heir, CancellationToken cancellation)
    {
        var keeper = tools.Keeper;
        var answered = (await NamingAsync(AccessTerms.Responsible, gone, cancellation).ConfigureAwait(false)).ToHashSet();
        var named = await NamingAsync(DppTerms.Operator, gone, cancellation).ConfigureAwait(false);
        foreach (var thing in named.Union(answered).ToList())
        {
            if (answered.Contains(thing)) await tools.Rights.HandOverAsync(thing, keeper, null, cancellation).ConfigureAwait(false);
            if (named.Contains(thing)) await NameAsync(thing, heir, cancellation).ConfigureAwait(false);
            if (answered.Contains(thing)) await tools.Rights.HandOverAsync(thing, heir, null, cancellation).ConfigureAwait(false);
        }

        return named.Union(answered).Count();
    }

    private async Task NameAsync(ThingId thing, ThingId heir, CancellationToken cancellation)
    {
        var view = await passports.ReadAsync(thing, AsOf.Latest, AudiencePolicy.Operator, cancellation).ConfigureAwait(false);
        var statement = tools.Statements.Text(view, DppTerms.Operator, heir.Value);
        await writer.WriteAsync(new WriteBatch { Assertions = [new Assertion(tools.Keeper.Value, [statement])] }, cancellation).ConfigureAwait(false);
    }

    private async Task<List<ThingId>> NamingAsync(string term, ThingId id, CancellationToken cancellation)
    {
        var things = new List<ThingId>();
        await foreach (var stated in record.ReadTermAsync(term, AsOf.Latest, cancellation).ConfigureAwait(false))
        {
            if (stated.Statement.Value.AsText() == id.Value) things.Add(stated.Statement.Thing);
        }

        return things;
    }
}
