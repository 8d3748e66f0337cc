using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport.Model;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Passport.AssessReadiness;

/// <summary>Assesses the passports that the actor at work answers for (all, for whoever runs the store), or those of a model.</summary>
/// <param name="sight">Whose passports they are; <c>null</c> for all.</param>
internal sealed class ReadinessReader(IRecordReader record, Vocabulary vocabulary, Sight? sight)
{
    /// <summary>The report for a day, with what holds at the end of it.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.NotFound"/> for an unknown model; a category without rules.</exception>
    public async Task<ReadinessReport> ReadAsync(DateOnly on, ThingId? model, CancellationToken cancellation)
    {
        if (model is { } id && await record.FindThingAsync(id, cancellation).ConfigureAwait(false) is not { Kind: ThingKind.Model })
            throw new ProblemException(CommonProblems.NotFound, $"There is no model \"{id}\" in the record.", "model");
        var asOf = AsOf.At(new DateTimeOffset(on, TimeOnly.MaxValue, TimeSpan.Zero));
        var fleet = await new FleetReader(record, vocabulary, sight).ReadAsync(model, asOf, cancellation).ConfigureAwait(false);
        return new ReadinessAssessment(vocabulary, fleet, on).Run();
    }
}
