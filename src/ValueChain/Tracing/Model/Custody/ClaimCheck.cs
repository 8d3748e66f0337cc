namespace Voltloop.Tracing.Model.Custody;

/// <summary>Claims that eligible input does not cover, by the rules of the custody model that the events state.</summary>
internal static class ClaimCheck
{
    public static IEnumerable<BalanceFinding> Look(BalanceBooks books) =>
        from ledger in books.Flows.Where(flow => flow.Claimed is not null).GroupBy(flow => (flow.Site, flow.Element, flow.Model))
        where ledger.Any(flow => flow.Kind == FlowKind.Shipped) && ledger.Key.Element != MassFlow.Gross
        let finding = Found(books, ledger.Key, [.. ledger.OrderBy(flow => flow.At)])
        where finding is not null
        select finding;

    private static BalanceFinding? Found(BalanceBooks books, (string Site, string Element, CustodyModel Model) key, MassFlow[] flows)
    {
        var recovery = books.FactsOf(key.Site, key.Element).Recovery?.Value ?? 1;
        var account = new ClaimAccount(ClaimMethod.Credit, books.Policy.CreditMonths, flows.Any(flow => flow.Kind == FlowKind.Consumed) ? recovery : 1);
        var over = new List<(MassFlow Flow, double Kg)>();
        foreach (var flow in flows)
        {
            if (EntryOf(flow, key.Model) is { } entry && account.Book(entry) is > 0 and var kg) over.Add((flow, kg));
        }

        var claimed = flows.Where(flow => flow.Kind == FlowKind.Shipped).Sum(flow => EntryOf(flow, key.Model)?.Claimed ?? 0);
        return over.Count == 0 ? null : Finding(books, key, (over, claimed));
    }

    private static BalanceFinding Finding(BalanceBooks books, (string Site, string Element, CustodyModel Model) key, (List<(MassFlow Flow, double Kg)> Over, double Claimed) claims)
    {
        var over = claims.Over;
        var excess = over.Sum(claim => claim.Kg);
        var first = books.Periods[Ledger.PeriodOf(books.Periods, over[0].Flow.At)];
        return new BalanceFinding(BalanceCheck.Claim, key.Site, key.Element, first.Until(books.Periods[Ledger.PeriodOf(books.Periods, over[^1].Flow.At)]), new Amount(excess, 0))
        {
            Expected = new Amount(claims.Claimed - excess, 0),
            Found = new Amount(claims.Claimed, 0),
            Sentence = $"{Words.Kg(excess)} of {key.Element} was shipped with a claim that no eligible input covers.",
            Method = $"Credit method: eligible input makes credits that expire after {books.Policy.CreditMonths} months; a claim uses the oldest first; books are exact. Custody model: {key.Model}.",
            Evidence = Words.Evidence(over.Select(claim => claim.Flow)),
        };
    }

    // In models that keep material apart, only material that is eligible as a whole counts as input.
    private static ClaimEntry? EntryOf(MassFlow flow, CustodyModel model)
    {
        var claimed = flow.Mass.Value * Math.Clamp(flow.Claimed!.Value, 0, 1);
        var apart = model is CustodyModel.IdentityPreserved or CustodyModel.Segregated && flow.Claimed < 1;
        return flow.Kind switch
        {
            FlowKind.Received or FlowKind.Extracted => new ClaimEntry(flow.At, true, flow.Mass.Value, apart ? 0 : claimed) { Event = flow.Event },
            FlowKind.Shipped => new ClaimEntry(flow.At, false, flow.Mass.Value, claimed) { Event = flow.Event },
            _ => null,
        };
    }
}
