using System.Text.Json;
using Microsoft.Extensions.Options;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>Reads events into books and looks at them, as the actor at work may see them.</summary>
internal sealed class BalanceReader(IEventReader events, IRecordReader record, ActorWork work, IOptions<CustodyPolicy> policy)
{
    /// <summary>Most events of one balance.</summary>
    public const int MaxEvents = 200_000;

    /// <summary>The books.</summary>
    /// <exception cref="ProblemException">Nobody signed in; a wrong parameter; more events than one balance takes.</exception>
    public async Task<BalanceResource> ReadAsync(BalanceRequest request, CancellationToken cancellation)
    {
        var (books, reading) = await BooksAsync(request, cancellation);
        var report = BalanceReport.Of(books);
        var findings = report.Findings.Where(finding => finding.Period.To > request.Since && IsAsked(request, finding.Site, finding.Element)).ToList();
        return new BalanceResource(
            await SitesAsync(books, report.Findings, cancellation),
            [.. findings.Select(FindingResource.Of)],
            [.. report.Lines.Where(line => line.Period.To > request.Since && IsAsked(request, line.Key.Site, line.Key.Element)).Select(LedgerResource.Of)],
            policy.Value)
        {
            Events = reading.Events,
            QuantitiesWithoutMass = reading.WithoutMass,
            IsPartial = !work.Actor.IsKeeper,
        };
    }

    /// <summary>The books without a look at them.</summary>
    public async Task<(BalanceBooks Books, (int Events, int WithoutMass) Reading)> BooksAsync(BalanceRequest request, CancellationToken cancellation)
    {
        if (work.Actor.IsAnonymous) throw new ProblemException(AccessProblems.SignInRequired, "Mass balances are for those who may see events.", null, "Sign in at /sign-in, or send an API key or a token.");
        var recorded = await EventsAsync(request, cancellation);
        var reader = new EventFlows(policy.Value);
        ForEach(recorded, (json, id, _) => reader.Learn(json, id));
        var flows = new List<MassFlow>();
        ForEach(recorded, (json, id, issuer) => flows.AddRange(reader.Read(json, id, issuer)));
        MassFlow[] ordered = [.. flows.OrderBy(flow => flow.At)];
        var periods = ordered.Length == 0 ? [] : LedgerPeriod.Cover(ordered[0].At, ordered[^1].At.AddTicks(1), request.Length);
        var facts = await new SiteFactsReader(record).ReadAsync(cancellation);
        return (new BalanceBooks(Covered(ordered, periods), periods, policy.Value, facts), (recorded.Count, reader.WithoutMass));
    }

    // Dates that are centuries off would make more periods than there is room for.
    private static MassFlow[] Covered(MassFlow[] flows, IReadOnlyList<LedgerPeriod> periods) => [.. flows.Where(flow => Ledger.PeriodOf(periods, flow.At) >= 0)];

    private async Task<List<RecordedEvent>> EventsAsync(BalanceRequest request, CancellationToken cancellation)
    {
        var scan = new EventScan { Types = ["ObjectEvent", "TransformationEvent"], To = request.Until, Descending = false, Limit = EventScan.MaxLimit };
        var found = new List<RecordedEvent>();
        for (EventCursor? after = null; ;)
        {
            var page = await events.ScanAsync(scan with { After = after }, cancellation);
            found.AddRange(page.Items);
            if (found.Count > MaxEvents) throw new ProblemException(CommonProblems.LimitExceeded, $"There are more than {MaxEvents} events to balance.", "to", "Balance up to an earlier day.");
            if (page.Next is null) return found;
            after = page.Next;
        }
    }

    private static void ForEach(List<RecordedEvent> recorded, Action<JsonElement, string, string> take)
    {
        foreach (var one in recorded)
        {
            using var json = JsonDocument.Parse(one.Json);
            take(json.RootElement, IdOf(json.RootElement, one), one.Issuer);
        }
    }

    private static string IdOf(JsonElement captured, RecordedEvent recorded) =>
        captured.TryGetProperty("eventID", out var id) && id.GetString() is { } text ? text : recorded.Hash.ToString();

    private async Task<IReadOnlyList<SiteResource>> SitesAsync(BalanceBooks books, IReadOnlyList<BalanceFinding> findings, CancellationToken cancellation)
    {
        var sites = new List<SiteResource>();
        foreach (var site in books.Flows.GroupBy(flow => flow.Site, StringComparer.Ordinal))
        {
            var elements = site.Select(flow => flow.Element).Distinct(StringComparer.Ordinal).Where(element => element != MassFlow.Gross).Order(StringComparer.Ordinal);
            var last = books.Periods[Ledger.PeriodOf(books.Periods, site.Max(flow => flow.At))];
            sites.Add(new SiteResource(site.Key, await LabelAsync(site.Key, cancellation), findings.Count(finding => finding.Site == site.Key), [.. elements], last.ToString()));
        }

        return [.. sites.OrderByDescending(site => site.Findings).ThenBy(site => site.Label, StringComparer.OrdinalIgnoreCase)];
    }

    private async ValueTask<string> LabelAsync(string site, CancellationToken cancellation) =>
        ThingId.TryParse(site, out var id) && await record.FindThingAsync(id, cancellation) is { } thing ? thing.Label : site;

    private static bool IsAsked(BalanceRequest request, string site, string element) =>
        (string.IsNullOrEmpty(request.Site) || request.Site == site) && (string.IsNullOrEmpty(request.Element) || request.Element == element);
}
