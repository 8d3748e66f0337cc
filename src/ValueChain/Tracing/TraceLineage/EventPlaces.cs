using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Record.Ports;
using Voltloop.Tracing.BalanceMass;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>Where events happened, as far as the record knows where their sites are (term siteMassFacts).</summary>
internal sealed class EventPlaces(IRecordReader record)
{
    private static readonly EventKeyReader Keys = new(EventNamespaces.Official);

    /// <summary>The places of events, in the order of their first event; places without a known position are left out.</summary>
    public async Task<IReadOnlyList<MapSite>> OfAsync(IEnumerable<RecordedEvent> events, CancellationToken cancellation)
    {
        var sites = new List<MapSite>();
        foreach (var visits in events.OrderBy(one => one.EventTime).GroupBy(SiteOf, StringComparer.Ordinal).Where(visits => visits.Key is not null))
        {
            if (await PositionAsync(visits.Key!, cancellation) is { } position) sites.Add(new MapSite(position.Name, position.North, position.East) { Note = Note(visits) });
        }

        return sites;
    }

    private static string Note(IEnumerable<RecordedEvent> visits)
    {
        var (count, first, last) = (visits.Count(), visits.First().EventTime, visits.Last().EventTime);
        return FormattableString.Invariant($"{count} events, {first:yyyy-MM-dd}{(first.Date == last.Date ? "" : $" to {last:yyyy-MM-dd}")}");
    }

    private async Task<(string Name, double North, double East)?> PositionAsync(string site, CancellationToken cancellation)
    {
        if (!ThingId.TryParse(site, out var id) || await record.FindThingAsync(id, cancellation) is not { } thing) return null;
        var said = await record.ReadStatementsAsync(id, AsOf.Latest, cancellation);
        var facts = said.Where(one => one.Statement.Term == SiteFactsReader.Term).SelectMany(one => SiteFactsReader.Read(site, one.Statement.Value.AsElement())).FirstOrDefault(one => one.Position is not null);
        return facts?.Position is { } at ? (thing.Label, at.Latitude, at.Longitude) : null;
    }

    // A dock or a machine stands at its site.
    private static string? SiteOf(RecordedEvent recorded)
    {
        using var json = JsonDocument.Parse(recorded.Json);
        var keys = Keys.Read(json.RootElement, recorded.Hash);
        var place = keys.BizLocation ?? keys.ReadPoint;
        return place?.IndexOf("/254/", StringComparison.Ordinal) is > 0 and var cut ? place[..cut] : place;
    }
}
