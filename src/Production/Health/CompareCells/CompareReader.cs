using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Core.Time;
using Voltloop.Health.ForecastLife;
using Voltloop.Health.Model;
using Voltloop.Health.ShowCapacity;
using Voltloop.Health.ShowSlowCycles;
using Voltloop.Kernels.Capacity;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;

namespace Voltloop.Health.CompareCells;

/// <summary>Lays batteries beside each other: figures with intervals, capacity over cycles, incremental capacity.</summary>
internal sealed class CompareReader(IRecordReader record, ThingResolver resolver, SlowCycleReader slow)
{
    /// <summary>The comparison.</summary>
    /// <param name="request">Which batteries.</param>
    /// <param name="withFigures">False for the curves alone, which cost no forecast.</param>
    /// <param name="cancellation">Stops between two batteries.</param>
    /// <exception cref="ProblemException">A battery is not known, or too many are named.</exception>
    public async Task<CompareResource> ReadAsync(CompareRequest request, bool withFigures, CancellationToken cancellation)
    {
        var (cells, capacities, sweeps) = (new List<ComparedCell>(), new List<(string Label, CapacityHistory History)>(), new List<(string Label, SlowCycle Cycle)>());
        foreach (var name in request.Read())
        {
            var thing = await resolver.FindAsync(name, cancellation);
            var last = (await slow.ReadAsync(thing.Id, cancellation)).LastOrDefault();
            if (await new CapacityReader(record).ReadAsync(thing.Id, cancellation) is var (_, history)) capacities.Add((thing.Label, history));
            if (last is not null) sweeps.Add((thing.Label, last));
            if (withFigures) cells.Add(await CellAsync(thing, last, cancellation));
        }

        var usable = capacities.ConvertAll(one => (one.Label, Points: Usable(one.History)));
        return new CompareResource(cells, Over(usable, "Ah", point => point.Ah), Over(usable, "%", point => point.Percent), SlowCurves.Incremental(sweeps));
    }

    private async Task<ComparedCell> CellAsync(Thing thing, SlowCycle? slowest, CancellationToken cancellation)
    {
        var facts = HealthFacts.Of(await record.ReadStatementsAsync(thing.Id, AsOf.Latest, cancellation));
        Interval? IntervalOf(string term) => facts.Find(term)?.Statement.Uncertainty;
        var cell = new ComparedCell(thing.Id.Value, thing.Label, thing.Model?.Value)
        {
            StateOfHealth = facts.Number(HealthTerms.StateOfHealth), StateOfHealthInterval = IntervalOf(HealthTerms.StateOfHealth),
            RemainingAh = facts.Number(HealthTerms.RemainingCapacity), RemainingInterval = IntervalOf(HealthTerms.RemainingCapacity),
            Cycles = facts.Number(HealthTerms.FullCycles), ResistanceOhm = facts.Number(HealthTerms.ResistanceCell), SlowCapacityAh = slowest?.CapacityAh,
        };
        return await new ForecastReader(record).ReadAsync(thing.Id, null, cancellation) is not { } report ? cell : With(cell, report);
    }

    private static ComparedCell With(ComparedCell cell, LifeReport report)
    {
        var (outlook, forecast) = (report.Outlook, report.Outlook.Forecast);
        return cell with
        {
            HasEnded = outlook.Reached is not null, LifeRefusal = outlook.Refusal,
            LifeCycles = (outlook.Reached ?? forecast?.Cycle) is { } cycle && double.IsFinite(cycle) ? Math.Round(cycle) : null,
            LifeInterval = forecast is not null && double.IsFinite(forecast.Interval.Upper) ? new Interval(Math.Floor(forecast.Interval.Lower), Math.Ceiling(forecast.Interval.Upper), forecast.Level) : null,
        };
    }

    private static (double Cycle, double Ah, double Percent)[] Usable(CapacityHistory history)
    {
        var flags = new CapacityFlag[history.Capacity.Length];
        CapacityScreen.Flag(history.Capacity, history.Rated ?? double.NaN, flags, new double[flags.Length]);
        int[] kept = [.. Enumerable.Range(0, flags.Length).Where(i => flags[i] == CapacityFlag.None)];
        if (kept.Length == 0) return [];
        var reference = history.Rated ?? InitialCapacity.Estimate(Array.ConvertAll(kept, i => history.Capacity[i])).Value;
        return Array.ConvertAll(kept, i => (history.Cycle[i], history.Capacity[i], Math.Round(100 * history.Capacity[i] / reference, 3)));
    }

    // Cells count their cycles apart: one axis of all counts, with gaps where a cell has none.
    private static CurvesResource Over(List<(string Label, (double Cycle, double Ah, double Percent)[] Points)> cells, string unit, Func<(double Cycle, double Ah, double Percent), double> value)
    {
        double[] axis = [.. cells.SelectMany(cell => cell.Points.Select(point => point.Cycle)).Distinct().Order()];
        return new CurvesResource(new ChartAxis("Cycle", axis), [.. cells.Select(cell =>
        {
            var known = cell.Points.GroupBy(point => point.Cycle).ToDictionary(group => group.Key, group => value(group.First()));
            return new ChartSeries(cell.Label, unit, "line", Array.ConvertAll(axis, cycle => known.TryGetValue(cycle, out var found) ? found : (double?)null));
        })]);
    }
}
