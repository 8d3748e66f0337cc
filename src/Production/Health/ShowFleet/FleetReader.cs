using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Record.Ports;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.ShowFleet;

/// <summary>Reads the health of all batteries from the record, term by term.</summary>
internal sealed class FleetReader(IRecordReader record)
{
    /// <summary>Most batteries in one view.</summary>
    public const int MaxBatteries = 200_000;

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

    /// <summary>Entries with their labels.</summary>
    public async Task<IReadOnlyList<FleetEntry>> DescribeAsync(IEnumerable<FleetItem> items, CancellationToken cancellation)
    {
        var entries = new List<FleetEntry>();
        foreach (var item in items)
        {
            var label = (await record.FindThingAsync(item.Thing, cancellation))?.Label ?? item.Thing.Value;
            entries.Add(new FleetEntry(
                item.Thing.Value, label, item.StateOfHealth, item.Interval, item.Cycles, item.FadePer100Cycles, item.Flagged, ThingLinks.Page(item.Thing)));
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
