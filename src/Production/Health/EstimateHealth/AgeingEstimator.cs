using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Health.EstimateCharge;
using Voltloop.Health.Model;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Health.EstimateHealth;

/// <summary>Analyses the recordings of a battery for ageing and writes what it finds into the record.</summary>
internal sealed class AgeingEstimator(IRecordReader record, IRecordWriter writer, TimeProvider clock)
{
    /// <summary>Analyses and writes.</summary>
    /// <param name="id">Battery.</param>
    /// <param name="issuer">Who claims the result.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <exception cref="ProblemException">The record does not know the thing, or its recordings say nothing about ageing.</exception>
    public async Task<IReadOnlyList<Statement>> EstimateAsync(ThingId id, string issuer, CancellationToken cancellation)
    {
        var recordings = await new RecordingReader(record).ReadAsync(id, cancellation);
        var found = await Task.Run(() => AgeingAssessment.Of(recordings), cancellation);
        var context = new StatementContext(id, clock.GetUtcNow(), [.. recordings.Select(one => one.Id)]);
        var statements = AgeingStatements.Of(found, await FactsAsync(id, cancellation), context);
        await writer.WriteAsync(new WriteBatch { Assertions = [new Assertion(issuer, statements)] }, cancellation);
        return statements;
    }

    // What the battery does not say its model may.
    private async Task<HealthFacts> FactsAsync(ThingId id, CancellationToken cancellation)
    {
        var own = await record.ReadStatementsAsync(id, AsOf.Latest, cancellation);
        var model = await record.FindThingAsync(id, cancellation) is { Model: { } named } ? await record.ReadStatementsAsync(named, AsOf.Latest, cancellation) : [];
        return HealthFacts.Of(own.Concat(model).DistinctBy(one => one.Statement.Term, StringComparer.Ordinal));
    }
}
