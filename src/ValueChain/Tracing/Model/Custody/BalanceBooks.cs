namespace Voltloop.Tracing.Model.Custody;

/// <summary>Everything that the checks look at.</summary>
/// <param name="Flows">Movements in the order of time.</param>
/// <param name="Periods">Periods that cover them.</param>
/// <param name="Policy">What is assumed.</param>
/// <param name="Facts">What is stated about sites.</param>
internal sealed record BalanceBooks(IReadOnlyList<MassFlow> Flows, IReadOnlyList<LedgerPeriod> Periods, CustodyPolicy Policy, IReadOnlyList<SiteFacts> Facts)
{
    /// <summary>Elements that are known somewhere, without the mass of everything.</summary>
    public IReadOnlyList<string> Elements { get; } =
        [.. Flows.Select(flow => flow.Element).Distinct(StringComparer.Ordinal).Where(element => element != MassFlow.Gross).Order(StringComparer.Ordinal)];

    /// <summary>From the first movement to the last.</summary>
    public LedgerPeriod All => Periods[0].Until(Periods[^1]);

    /// <summary>Movements of one element by site.</summary>
    public ILookup<string, MassFlow> BySite(string element) =>
        Flows.Where(flow => flow.Element == element).ToLookup(flow => flow.Site, StringComparer.Ordinal);

    /// <summary>What is stated about a site; nothing but its name when nothing is.</summary>
    public SiteFacts FactsOf(string site, string element) =>
        Facts.FirstOrDefault(facts => facts.Site == site && facts.Element == element) ?? new SiteFacts(site, element);

    /// <summary>Where a site is, if anybody says.</summary>
    public GeoPoint? PositionOf(string site) => Facts.FirstOrDefault(facts => facts.Site == site && facts.Position is not null)?.Position;
}
