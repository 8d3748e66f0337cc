namespace Voltloop.Tracing.Model.Custody;

/// <summary>What a site ships in a calendar year against its licence and its declaration.</summary>
internal static class AllowanceCheck
{
    public static IEnumerable<BalanceFinding> Look(BalanceBooks books) =>
        from facts in books.Facts
        from limit in Limits(facts)
        from year in books.BySite(facts.Element)[facts.Site].Where(flow => flow.Kind == FlowKind.Shipped).GroupBy(flow => flow.At.UtcDateTime.Year)
        let over = Ledger.SumOf(year, FlowKind.Shipped) - new Amount(limit.Kg, 0)
        where over.Value > 0 && over.Z > books.Policy.Coverage
        select Found(books, facts, limit, (over, [.. year]));

    private static IEnumerable<(string Name, double Kg)> Limits(SiteFacts facts)
    {
        if (facts.LicensedPerYear is { } licensed) yield return ("licence", licensed);
        if (facts.DeclaredPerYear is { } declared) yield return ("declaration", declared);
    }

    private static BalanceFinding Found(BalanceBooks books, SiteFacts facts, (string Name, double Kg) limit, (Amount Over, MassFlow[] Flows) year)
    {
        var from = new DateTimeOffset(year.Flows[0].At.UtcDateTime.Year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new BalanceFinding(BalanceCheck.Allowance, facts.Site, facts.Element, new LedgerPeriod(from, from.AddYears(1)), year.Over)
        {
            Expected = new Amount(limit.Kg, 0),
            Found = Ledger.SumOf(year.Flows, FlowKind.Shipped),
            Sentence = $"In {from.Year} this site shipped {Words.Kg(year.Over)} more {Words.Of(facts.Element)} than its {limit.Name} of {Words.Kg(limit.Kg)} a year allows.",
            Method = $"Shipments of a calendar year above the {limit.Name} by more than {Words.Number(books.Policy.Coverage)} standard uncertainties.",
            Evidence = Words.Evidence(year.Flows),
        };
    }
}
