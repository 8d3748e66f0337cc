using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport.ChangeLifecycle;
using Voltloop.Passport.Model;
using Voltloop.Record.Ports;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ReadPassport;

/// <summary>Reads passports from the record.</summary>
internal sealed class PassportReader(IRecordReader record, Vocabulary vocabulary)
{
    /// <summary>The model whose data a thing resolves.</summary>
    public async ValueTask<ThingId?> ModelOfAsync(ThingId id, CancellationToken cancellation = default) =>
        (await record.FindThingAsync(id, cancellation).ConfigureAwait(false))?.Model;

    /// <summary>The passport as one audience may read it.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.NotFound"/>, or an unknown audience.</exception>
    public async Task<PassportView> ReadAsync(ThingId id, AsOf asOf, string audience, CancellationToken cancellation = default)
    {
        var thing = await record.FindThingAsync(id, cancellation).ConfigureAwait(false)
            ?? throw new ProblemException(CommonProblems.NotFound, $"There is no \"{id}\" in the record.");
        return await ReadAsync(thing, asOf, audience, cancellation).ConfigureAwait(false);
    }

    /// <summary>The passport of a thing that was found, as one audience may read it.</summary>
    /// <exception cref="ProblemException">An unknown audience.</exception>
    public async Task<PassportView> ReadAsync(Thing thing, AsOf asOf, string audience, CancellationToken cancellation = default)
    {
        var own = await record.ReadStatementsAsync(thing.Id, asOf, cancellation).ConfigureAwait(false);
        // A tombstone does not borrow from the model.
        var ofModel = thing.Model is { } model && !Tombstone.Holds(own) ? await record.ReadStatementsAsync(model, asOf, cancellation).ConfigureAwait(false) : [];
        return PassportView.Of(new PassportSource(thing, asOf, own, ofModel), vocabulary, audience);
    }
}
