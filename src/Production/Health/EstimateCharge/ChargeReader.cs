using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;

namespace Voltloop.Health.EstimateCharge;

/// <summary>Reads from the record what was estimated about the charge of a battery.</summary>
internal sealed class ChargeReader(IRecordReader record)
{
    /// <summary>The statement of the model; <c>null</c> when the charge was never estimated.</summary>
    /// <exception cref="ProblemException">The record does not know the thing.</exception>
    public async Task<RecordedStatement?> ModelAsync(ThingId id, AsOf asOf, CancellationToken cancellation)
    {
        _ = await record.FindThingAsync(id, cancellation) ?? throw new ProblemException(CommonProblems.NotFound, $"The record knows no thing \"{id}\".");
        return HealthFacts.Of(await record.ReadStatementsAsync(id, asOf, cancellation)).Find(HealthTerms.ChargeModel);
    }

    /// <summary>The series that a statement of the model names: seconds, charge, lower and upper end in %.</summary>
    public async Task<(string Id, double[][] Columns)?> SeriesAsync(RecordedStatement? model, CancellationToken cancellation)
    {
        if (model?.Statement.Value.AsElement().TryGetProperty("series", out var named) is not true || named.GetString() is not { } id) return null;
        if (await record.FindSeriesAsync(id, cancellation) is not { } info) return null;
        double[][] columns = [.. info.Spec.Channels.Select(_ => new double[info.Samples])];
        await foreach (var block in record.ReadSeriesAsync(id, new SeriesRange(), cancellation))
        {
            for (var i = 0; i < columns.Length; i++) block.Columns[i].CopyTo(columns[i], block.From);
        }

        return (id, columns);
    }
}
