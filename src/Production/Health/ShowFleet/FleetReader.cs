using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Kernels.Robust;
using Voltloop.Record.Ports;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.ShowFleet;

/// <summary>Reads the health of all batteries from the record, term by term.</summary>
internal sealed class FleetReader(IRecordReader record)
{
    /// <summary>Most batteries in one view.</summary>
    public const int MaxBatteries = 200_000;

    /// <summary>Most batteries that are compared with others of their model.</summary>
    public const int MaxCompared = 20_000;

    /// <summary>The fleet as it is known now.</summary>
    /// <exception cref="ProblemException">The fleet is larger than one view.</exception>
    public async Task<FleetHealth> ReadAsync(CancellationToken cancellation)
    {
        var items = new Dictionary<ThingId, FleetItem>();
        await foreach (var one in record.ReadTermAsync(HealthTerms.StateOfHealth, AsOf.Latest, cancellation))
        {
            if (one.Statement.Value.AsNumber() is { } percent)
            {
                items[one.Statement.Thing] = new FleetItem(one.Statement.Thing, percent, one.Statement.Uncertainty);
            }

            if (items.Count > MaxBatteries)
            {
                throw new ProblemException(CommonProblems.LimitExceeded, $"The fleet has more than {MaxBatteries} batteries with a state of health.");
            }
        }

        var remaining = new Dictionary<ThingId, double>();
        await ForEachAsync(HealthTerms.FullCycles, items, (item, value) => item.Cycles = Number(value), cancellation);
        await ForEachAsync(HealthTerms.RemainingCapacity, items, (item, value) => remaining[item.Thing] = Number(value) ?? double.NaN, cancellation);
        await ForEachAsync(HealthTerms.InitialCapacity, items, (item, value) => item.InitialPercent = Percent(item, remaining, Number(value)), cancellation);
        await ForEachAsync(HealthTerms.FlaggedSamples, items, (item, value) => item.Flagged = value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : 0, cancellation);
        return new FleetHealth([.. items.Values]);
    }

    /// <summary>
    /// Batteries that fade faster than others of their model, the fastest first: by more than 5 scaled median absolute deviations
    /// and 1.5 times the median, in models of five or more batteries.
    /// </summary>
    public async Task<IReadOnlyList<FleetItem>> FasterThanTheirModelAsync(FleetHealth fleet, CancellationToken cancellation)
    {
        var models = new List<(FleetItem Item, ThingId Model)>();
        foreach (var item in fleet.Items.Where(item => item.FadePer100Cycles is not null).Take(MaxCompared))
        {
            if ((await record.FindThingAsync(item.Thing, cancellation))?.Model is { } model) models.Add((item, model));
        }

        return [.. models.GroupBy(one => one.Model, one => one.Item).SelectMany(group => Fast([.. group])).OrderByDescending(item => item.TimesModel)];
    }

    private static IEnumerable<FleetItem> Fast(FleetItem[] alike)
    {
        const int Fewest = 5;
        const double Deviations = 5 * 1.4826;
        const double Times = 1.5;
        if (alike.Length < Fewest) yield break;
        double[] fades = Array.ConvertAll(alike, item => item.FadePer100Cycles!.Value);
        var median = Median.Of([.. fades]);
        var deviation = Median.AbsoluteDeviation([.. fades], median);
        foreach (var item in alike)
        {
            item.TimesModel = median > 0 ? item.FadePer100Cycles / median : null;
            if (item.TimesModel > Times && item.FadePer100Cycles - median > Deviations * deviation) yield return item;
        }
    }

    /// <summary>Entries with their labels.</summary>
    public async Task<IReadOnlyList<FleetEntry>> DescribeAsync(IEnumerable<FleetItem> items, CancellationToken cancellation)
    {
        var entries = new List<FleetEntry>();
        foreach (var item in items)
        {
            var label = (await record.FindThingAsync(item.Thing, cancellation))?.Label ?? item.Thing.Value;
            entries.Add(new FleetEntry(
                item.Thing.Value, label, item.StateOfHealth, item.Interval, item.Cycles, item.FadePer100Cycles, item.Flagged, ThingLinks.Page(item.Thing)) { TimesModel = item.TimesModel });
        }

        return entries;
    }

    private async Task ForEachAsync(string term, Dictionary<ThingId, FleetItem> items, Action<FleetItem, JsonElement> take, CancellationToken cancellation)
    {
        await foreach (var one in record.ReadTermAsync(term, AsOf.Latest, cancellation))
        {
            if (items.TryGetValue(one.Statement.Thing, out var item) && !one.Statement.Value.IsNull)
            {
                take(item, one.Statement.Value.AsElement());
            }
        }
    }

    private static double? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static double? Percent(FleetItem item, Dictionary<ThingId, double> remaining, double? initial) =>
        initial is { } ah && remaining.TryGetValue(item.Thing, out var now) && now > 0 ? item.StateOfHealth * ah / now : null;
}
