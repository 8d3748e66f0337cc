using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;

namespace Voltloop.Health.ShowCapacity;

/// <summary>Reads the capacity history of a thing from the record.</summary>
internal sealed class CapacityReader(IRecordReader record)
{
    /// <summary>Longest history shown, in cycles.</summary>
    public const int MaxCycles = 100_000;

    /// <summary>The history behind the statements that hold, with its series; <c>null</c> when there is none.</summary>
    /// <exception cref="ProblemException">The record does not know the thing, or the history is longer than shown.</exception>
    public async Task<(SeriesInfo Series, CapacityHistory History)?> ReadAsync(ThingId id, CancellationToken cancellation)
    {
        _ = await record.FindThingAsync(id, cancellation)
            ?? throw new ProblemException(CommonProblems.NotFound, $"The record knows no thing \"{id}\".");
        var facts = HealthFacts.Of(await record.ReadStatementsAsync(id, AsOf.Latest, cancellation));
        var series = (await record.ListSeriesAsync(id, cancellation)).Where(IsCapacity).ToArray();
        var shown = series.FirstOrDefault(info => facts.Inputs.Contains(info.Spec.Id, StringComparer.Ordinal)) ?? series.MaxBy(info => info.Samples);
        return shown is null ? null : (shown, await ReadAsync(shown, facts.ReferenceAh, cancellation));
    }

    private static bool IsCapacity(SeriesInfo info) =>
        info.Spec.Channels.Count > 1
        && string.Equals(info.Spec.Channels[0].Name, BdfColumns.CycleCount, StringComparison.Ordinal)
        && info.Spec.Channels.Any(channel => string.Equals(channel.Name, BdfColumns.CycleDischargingCapacity, StringComparison.Ordinal));

    private async Task<CapacityHistory> ReadAsync(SeriesInfo info, double? reference, CancellationToken cancellation)
    {
        if (info.Samples > MaxCycles)
        {
            throw new ProblemException(CommonProblems.LimitExceeded, $"The history has {info.Samples} cycles; at most {MaxCycles} are shown.", remedy: "Read it in parts: /api/v1/series/{id}.");
        }

        var (cycle, capacity) = (new double[info.Samples], new double[info.Samples]);
        var range = new SeriesRange(Channels: [BdfColumns.CycleCount, BdfColumns.CycleDischargingCapacity]);
        await foreach (var block in record.ReadSeriesAsync(info.Spec.Id, range, cancellation))
        {
            block.Columns[0].CopyTo(cycle, block.From);
            block.Columns[1].CopyTo(capacity, block.From);
        }

        return new CapacityHistory(cycle, capacity, reference);
    }
}
