using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>Reads books and looks at them, as the actor at work may see them.</summary>
internal sealed class BalanceReader(MassReader masses, BalanceSheets sheets, IRecordReader record, ActorWork work)
{
    /// <summary>Whether events may be hidden from the actor at work.</summary>
    public bool IsPartial => !work.Actor.IsKeeper;

    /// <summary>The books.</summary>
    /// <exception cref="ProblemException">Nobody signed in; a wrong parameter; more events than one balance takes.</exception>
    public async Task<BalanceResource> ReadAsync(BalanceRequest request, CancellationToken cancellation)
    {
        var (sheet, events) = await SheetAsync(request, cancellation);
        var report = sheet.Report;
        var findings = report.Findings.Where(finding => finding.Period.To > request.Since && request.IsAbout(finding.Site, finding.Element));
        var lines = report.Lines.Where(line => line.Period.To > request.Since && request.IsAbout(line.Key.Site, line.Key.Element));
        return new BalanceResource(await SitesAsync(sheet.Books, report.Findings, cancellation), [.. findings.Select(FindingResource.Of)], [.. lines.Select(LedgerResource.Of)], sheets.Policy)
        {
            Events = events,
            QuantitiesWithoutMass = sheet.QuantitiesWithoutMass,
            IsPartial = IsPartial,
        };
    }

    /// <summary>The books without a look at them.</summary>
    public async Task<BalanceBooks> BooksAsync(BalanceRequest request, CancellationToken cancellation) => (await SheetAsync(request, cancellation)).Sheet.Books;

    private async Task<(BalanceSheet Sheet, int Events)> SheetAsync(BalanceRequest request, CancellationToken cancellation)
    {
        if (work.Actor.IsAnonymous) throw new ProblemException(AccessProblems.SignInRequired, "Mass balances are for those who may see events.", null, "Sign in at /sign-in, or send an API key or a token.");
        var (length, until) = (request.Length, request.Until);
        var view = await masses.ReadAsync(until, cancellation);
        var facts = await new SiteFactsReader(record).ReadAsync(cancellation);
        return (sheets.Get(new BalanceKey(view, length, facts)), view.Entries.Count);
    }

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

    /// <summary>The label of a site in the record, else its name.</summary>
    public async ValueTask<string> LabelAsync(string site, CancellationToken cancellation) =>
        ThingId.TryParse(site, out var id) && await record.FindThingAsync(id, cancellation) is { } thing ? thing.Label : site;
}
