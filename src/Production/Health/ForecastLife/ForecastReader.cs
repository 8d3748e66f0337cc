using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Lifetime;
using Voltloop.Health.ShowCapacity;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Things;

namespace Voltloop.Health.ForecastLife;

/// <summary>Forecasts the life of a cell from what the record knows of it and of the others of its model.</summary>
internal sealed class ForecastReader(IRecordReader record)
{
    private const string Temperature = "ambient_temperature_celsius";
    private const int MostCandidates = 200;

    /// <summary>The forecast; <c>null</c> when the record has no capacity per cycle of the thing.</summary>
    /// <param name="id">The cell.</param>
    /// <param name="at">Last cycle to look at, to see what would have been said then; <c>null</c> for all.</param>
    /// <param name="cancellation">Stops between two cells.</param>
    /// <exception cref="ProblemException">The record does not know the thing, or no cycle is as early as asked.</exception>
    public async Task<LifeReport?> ReadAsync(ThingId id, double? at, CancellationToken cancellation)
    {
        var thing = await record.FindThingAsync(id, cancellation) ?? throw new ProblemException(CommonProblems.NotFound, $"The record knows no thing \"{id}\".");
        if (await CaseAsync(id, cancellation) is not var (cell, history, series)) return null;
        var known = at is { } last ? cell.Path.UpTo(last) ?? throw new ProblemException(CommonProblems.InvalidValue, "No cycle is known so early.", "at") : cell.Path;
        var others = known.FallsBelow(LifeForecaster.End) is null ? await OthersAsync(thing, cancellation) : [];
        return new LifeReport(series, history, at, LifeForecaster.Tell(cell with { Path = known }, others)) { Happened = at is null ? null : cell.Path.FallsBelow(LifeForecaster.End) };
    }

    private async Task<List<LifeCase>> OthersAsync(Thing thing, CancellationToken cancellation)
    {
        var others = new List<LifeCase>();
        if (thing.Model is not { } model) return others;
        var page = await record.ListThingsAsync(new ThingQuery { Model = model, Limit = MostCandidates }, cancellation);
        foreach (var other in page.Items.Where(one => one.Id != thing.Id))
        {
            if (await CaseAsync(other.Id, cancellation) is var (lived, _, _)) others.Add(lived);
        }

        return others;
    }

    private async Task<(LifeCase Case, CapacityHistory History, string Series)?> CaseAsync(ThingId id, CancellationToken cancellation)
    {
        if (await new CapacityReader(record).ReadAsync(id, cancellation) is not var (series, history)) return null;
        return LifeCase.Of(history, await TemperatureAsync(series, cancellation)) is { } found ? (found, history, series.Spec.Id) : null;
    }

    private async Task<double> TemperatureAsync(SeriesInfo series, CancellationToken cancellation)
    {
        if (!series.Spec.Channels.Any(channel => string.Equals(channel.Name, Temperature, StringComparison.Ordinal))) return double.NaN;
        await foreach (var block in record.ReadSeriesAsync(series.Spec.Id, new SeriesRange(0, 1, [Temperature]), cancellation)) return block.Columns[0][0];
        return double.NaN;
    }
}
