using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Health.Model;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Health.EstimateCharge;

/// <summary>Estimates the charge of a battery from its recordings and writes what it finds into the record.</summary>
internal sealed class ChargeEstimator(IRecordReader record, IRecordWriter writer, TimeProvider clock)
{
    /// <summary>Estimates and writes; the same recordings again write nothing new but the statements.</summary>
    /// <param name="id">Battery.</param>
    /// <param name="issuer">Who claims the result.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <exception cref="ProblemException">The record does not know the thing, or its recordings do not carry an estimate.</exception>
    public async Task<ChargeOutcome> EstimateAsync(ThingId id, string issuer, CancellationToken cancellation)
    {
        var recordings = await new RecordingReader(record).ReadAsync(id, cancellation);
        var outcome = await Task.Run(() => ChargeAssessment.Of(recordings), cancellation);
        var from = outcome.Recording.EndUnix is { } unix && unix > 0 && unix < clock.GetUtcNow().ToUnixTimeSeconds()
            ? DateTimeOffset.UnixEpoch.AddSeconds(unix) : clock.GetUtcNow();
        var context = new StatementContext(id, from, [.. recordings.Select(one => one.Id)]);
        var series = ChargeStatements.Series(outcome, context);
        var known = await record.FindSeriesAsync(series.Spec.Id, cancellation) is not null;
        var statements = ChargeStatements.Of(outcome, series.Spec.Id, context);
        await writer.WriteAsync(new WriteBatch { Series = known ? [] : [series], Assertions = [new Assertion(issuer, statements)] }, cancellation);
        return outcome;
    }
}
