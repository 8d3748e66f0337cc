using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Health.BenchmarkMethods;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Health.ForecastLife;

/// <summary>Forecasts the life of a battery and states it in the record.</summary>
internal sealed class ForecastKeeper(IRecordReader record, IRecordWriter writer, ModelCards cards, TimeProvider clock)
{
    /// <summary>Forecasts from all cycles and writes.</summary>
    /// <param name="id">The battery.</param>
    /// <param name="issuer">Who claims it.</param>
    /// <param name="cancellation">Stops before writing.</param>
    /// <exception cref="ProblemException">The record does not know the thing, has no history of it, or nothing honest can be said.</exception>
    public async Task<LifeReport> KeepAsync(ThingId id, string issuer, CancellationToken cancellation)
    {
        var report = await new ForecastReader(record).ReadAsync(id, null, cancellation)
            ?? throw new ProblemException(CommonProblems.NotFound, $"The record has no capacity per cycle of \"{id}\".");
        var statement = report.Statement(id, clock.GetUtcNow()) ?? throw new ProblemException(CommonProblems.InvalidValue, report.Outlook.Refusal ?? "Nothing can be said.");
        // The benchmark of whole lives measured these methods; its card is part of what the forecast rests on.
        if (await cards.FindAsync("tbsi", cancellation) is { } card) statement = statement with { Evidence = statement.Evidence with { Inputs = [.. statement.Evidence.Inputs ?? [], card.Statement.Thing.Value] } };
        await writer.WriteAsync(new WriteBatch { Assertions = [new Assertion(issuer, [statement])] }, cancellation);
        return report;
    }
}
