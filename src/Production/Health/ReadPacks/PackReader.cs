using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Packs;
using Voltloop.Health.ReadTables;
using Voltloop.Kernels.Packs;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;

namespace Voltloop.Health.ReadPacks;

/// <summary>Reads the measurements of the cells of a pack from the record: the longest series with a voltage per cell.</summary>
internal sealed class PackReader(IRecordReader record)
{
    /// <summary>The recording.</summary>
    /// <exception cref="ProblemException">The record does not know the thing, or holds no series of its cells.</exception>
    public async Task<PackRecording> ReadAsync(ThingId id, CancellationToken cancellation)
    {
        var thing = await record.FindThingAsync(id, cancellation) ?? throw new ProblemException(CommonProblems.NotFound, $"The record knows no thing \"{id}\".");
        var series = (await record.ListSeriesAsync(id, cancellation)).Where(IsPack).MaxBy(info => info.Samples)
            ?? throw new ProblemException(CommonProblems.NotFound, $"The record holds no voltages of the cells of {thing.Label}.", remedy: "Import a table with one column per cell; see docs/how-to/check-a-pack.md.");
        if (series.Samples * series.Spec.Channels.Count > PackLimits.MostValues) throw new ProblemException(CommonProblems.LimitExceeded, $"The series has more than {PackLimits.MostValues} values (PackLimits.MostValues).");
        double[][] columns = [.. series.Spec.Channels.Select(_ => new double[series.Samples])];
        await foreach (var block in record.ReadSeriesAsync(series.Spec.Id, new SeriesRange(), cancellation))
        {
            for (var i = 0; i < columns.Length; i++) block.Columns[i].CopyTo(columns[i], block.From);
        }

        var facts = HealthFacts.Of(await record.ReadStatementsAsync(id, AsOf.Latest, cancellation));
        return Of(series, columns) with { CapacityAh = facts.Number(HealthTerms.RatedCapacity) };
    }

    private static bool IsPack(SeriesInfo info) =>
        info.Spec.Channels.Count > 2 && string.Equals(info.Spec.Channels[0].Name, BdfColumns.TestTime, StringComparison.Ordinal) && PackColumn.Match([.. info.Spec.Channels.Select(channel => channel.Name)]);

    private static PackRecording Of(SeriesInfo series, double[][] columns)
    {
        var roles = series.Spec.Channels.Select(channel => PackColumn.Of(channel.Name)?.Column).ToArray();
        int[] Places(Func<PackColumn, bool> wanted) => [.. Enumerable.Range(0, roles.Length).Where(i => roles[i] is { } role && wanted(role))];
        var (volts, warm, current) = (Places(role => role.IsVolt), Places(role => role.IsWarm), Places(role => string.Equals(role.Name, BdfColumns.Current, StringComparison.Ordinal)));
        var log = new FindingLog();
        var matrix = new PackMatrix(columns[0], current.Length == 0 ? [] : columns[current[0]], PackRules.Plausible([.. volts.Select(i => columns[i])], log), [.. warm.Select(i => columns[i])]);
        string[] Names(int[] places, string word) => [.. places.Select(i => FormattableString.Invariant($"{word} {roles[i]!.Number}"))];
        return new PackRecording(series.Spec.Id, matrix, Names(volts, "cell"), Names(warm, "sensor")) { Findings = log.ToList() };
    }
}
