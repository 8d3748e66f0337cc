using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport.ChangeLifecycle;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>DeleteDPPById: the passport ceases to exist; a tombstone and the archive stay.</summary>
internal sealed class DppCloser(IRecordReader record, IRecordWriter writer, DppFinder finder, DppLocks locks, TimeProvider clock, Speaker speaker)
{
    /// <summary>Ends the passport.</summary>
    /// <param name="ifMatch">Versions that may be ended; <c>null</c> for any.</param>
    /// <exception cref="ProblemException">It is absent, gone or changed, or items resolve its data.</exception>
    public async Task CloseAsync(string dppId, string? ifMatch, CancellationToken cancellation)
    {
        var thing = await finder.ThingAsync(dppId, cancellation).ConfigureAwait(false) ?? throw DppFinder.Absent();
        await locks.RunAsync(thing.Id, async () =>
        {
            var state = await finder.ReadAsync(thing, AudiencePolicy.Operator, cancellation).ConfigureAwait(false);
            DppVersion.Check(ifMatch, state.Version);
            await CheckItemsAsync(thing, cancellation).ConfigureAwait(false);
            var own = await record.ReadStatementsAsync(thing.Id, AsOf.Latest, cancellation).ConfigureAwait(false);
            var tombstone = new Assertion(speaker.Issuer(state.Header.OperatorId ?? thing.Id.Value), Tombstone.Of(thing, own, clock.GetUtcNow()));
            return await writer.WriteAsync(new WriteBatch { Assertions = [tombstone] }, cancellation).ConfigureAwait(false);
        }, cancellation).ConfigureAwait(false);
    }

    private async Task CheckItemsAsync(Thing thing, CancellationToken cancellation)
    {
        if (thing.Kind != ThingKind.Model) return;
        var items = await record.ListThingsAsync(new ThingQuery { Model = thing.Id, Limit = 1 }, cancellation).ConfigureAwait(false);
        if (items.Items.Count > 0)
            throw new ProblemException(CommonProblems.Conflict, $"Items such as \"{items.Items[0].Id}\" resolve the data of this model.", null, "A model stays as long as its items.");
    }
}
