using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Health.Model;
using Voltloop.Health.ReadTables;
using Voltloop.Health.ShowWindow;
using Voltloop.Kernels.Cycling;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;

namespace Voltloop.Health.ShowCycles;

/// <summary>Lists the cycles of a battery: cut from a recording, or as a table of cycles tells them. Remembers the last ones, since cutting reads every sample.</summary>
internal sealed class CycleReader(IRecordReader record)
{
    /// <summary>Most samples of a recording that is cut into cycles.</summary>
    public const long MostSamples = 20_000_000;

    private const int Kept = 16;
    private static readonly string[] Channels =
        [BdfColumns.CycleCount, "cycle_charging_capacity_ah", BdfColumns.CycleDischargingCapacity, "cycle_charging_energy_wh", "cycle_discharging_energy_wh"];

    private readonly Recent<(string, long), IReadOnlyList<CycleRow>> _cycles = new(Kept);

    /// <summary>The cycles.</summary>
    /// <param name="id">The battery.</param>
    /// <param name="series">Series to take; <c>null</c> for the longest recording, else the longest table of cycles.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    /// <exception cref="ProblemException">The record does not know the thing or the series, or the recording is too long.</exception>
    public async Task<CyclesResource> ReadAsync(ThingId id, string? series, CancellationToken cancellation)
    {
        _ = await record.FindThingAsync(id, cancellation) ?? throw new ProblemException(CommonProblems.NotFound, $"The record knows no thing \"{id}\".");
        var all = await record.ListSeriesAsync(id, cancellation);
        SeriesInfo[] usable = [.. Recordings.Of(all).Where(IsTest), .. all.Where(IsTable).OrderByDescending(info => info.Samples)];
        var chosen = series is null ? usable.FirstOrDefault() : Array.Find(usable, info => string.Equals(info.Spec.Id, series, StringComparison.Ordinal))
            ?? throw new ProblemException(CommonProblems.NotFound, $"The thing has no series \"{series}\" with cycles.", "series");
        return chosen is null ? CyclesResource.None : new CyclesResource(chosen.Spec.Id, await _cycles.GetAsync((chosen.Spec.Id, chosen.Samples), () => RowsAsync(chosen, cancellation)));
    }

    /// <summary>The test in a recording.</summary>
    public static async Task<RecordedTest?> TestAsync(IRecordReader record, SeriesInfo info, CancellationToken cancellation)
    {
        if (info.Samples > MostSamples) throw new ProblemException(CommonProblems.LimitExceeded, $"The recording has {info.Samples} samples; at most {MostSamples} are cut into cycles (CycleReader.MostSamples).");
        string[] wanted = [.. info.Spec.Channels.Select(channel => channel.Name).Where(name => name is BdfColumns.TestTime or BdfColumns.Voltage or BdfColumns.Current or BdfColumns.CycleCount || RecordedTest.StepColumns.Contains(name, StringComparer.Ordinal))];
        var columns = await ColumnsAsync(record, info, wanted, cancellation);
        return RecordedTest.Of(columns.GetValueOrDefault);
    }

    private static bool IsTest(SeriesInfo info) => BdfColumns.Required.All(name => info.Spec.Channels.Any(channel => string.Equals(channel.Name, name, StringComparison.Ordinal)));

    private static bool IsTable(SeriesInfo info) => string.Equals(info.Spec.Channels[0].Name, BdfColumns.CycleCount, StringComparison.Ordinal)
        && info.Spec.Channels.Any(channel => string.Equals(channel.Name, BdfColumns.CycleDischargingCapacity, StringComparison.Ordinal));

    private static async Task<Dictionary<string, double[]>> ColumnsAsync(IRecordReader record, SeriesInfo info, string[] wanted, CancellationToken cancellation)
    {
        var columns = wanted.ToDictionary(name => name, _ => new double[info.Samples], StringComparer.Ordinal);
        await foreach (var block in record.ReadSeriesAsync(info.Spec.Id, new SeriesRange(Channels: wanted), cancellation))
        {
            for (var c = 0; c < wanted.Length; c++) block.Columns[c].CopyTo(columns[wanted[c]], block.From);
        }

        return columns;
    }

    private async Task<IReadOnlyList<CycleRow>> RowsAsync(SeriesInfo info, CancellationToken cancellation)
    {
        if (IsTable(info)) return await TableAsync(info, cancellation);
        return await TestAsync(record, info, cancellation) is not { } test ? [] : await Task.Run(() => Cut(test), cancellation);
    }

    private static CycleRow[] Cut(RecordedTest test)
    {
        var samples = test.Samples;
        return [.. Segmentation.Cycles(samples, Segmentation.Steps(samples)).Where(cycle => !cycle.IsEmpty).Select(CycleRow.Of)];
    }

    private async Task<IReadOnlyList<CycleRow>> TableAsync(SeriesInfo info, CancellationToken cancellation)
    {
        string[] wanted = [.. Channels.Where(name => info.Spec.Channels.Any(channel => string.Equals(channel.Name, name, StringComparison.Ordinal)))];
        var columns = await ColumnsAsync(record, info, wanted, cancellation);
        double? At(int channel, int row) => columns.TryGetValue(Channels[channel], out var values) && double.IsFinite(values[row]) ? values[row] : null;
        return [.. Enumerable.Range(0, (int)info.Samples).Select(i => new CycleRow(columns[Channels[0]][i]) { ChargedAh = At(1, i), DischargedAh = At(2, i), ChargedWh = At(3, i), DischargedWh = At(4, i) })];
    }
}
