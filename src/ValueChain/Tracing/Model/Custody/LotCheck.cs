namespace Voltloop.Tracing.Model.Custody;

/// <summary>A lot cannot be used up more than once, and not before it was made.</summary>
internal static class LotCheck
{
    public static IEnumerable<BalanceFinding> Look(BalanceBooks books) =>
        from lot in books.Flows.Where(flow => flow.Element == MassFlow.Gross).GroupBy(flow => flow.Lot, StringComparer.Ordinal)
        let made = lot.Where(flow => flow.Kind is FlowKind.Extracted or FlowKind.Produced).ToArray()
        where made.Length > 0
        from finding in new[] { Overuse(books, made, lot), TooEarly(books, made, lot) }
        where finding is not null
        select finding;

    // When more of it left its maker than was made, it is the maker's, and not that of whoever used it up.
    private static BalanceFinding? Overuse(BalanceBooks books, MassFlow[] made, IGrouping<string, MassFlow> lot)
    {
        MassFlow[] sent = [.. lot.Where(flow => flow.Kind == FlowKind.Shipped && flow.Site == made[0].Site)];
        MassFlow[] used = [.. lot.Where(flow => flow.Kind is FlowKind.Consumed or FlowKind.BuiltIn)];
        return Excess(books, made, sent) is { } surplus ? Finding(books, (sent, made), surplus, $"{Words.Kg(surplus)} more of lot {lot.Key} left this site than it ever made of it.")
            : Excess(books, made, used) is { } over ? Finding(books, (used, made), over, $"{Words.Kg(over)} more of lot {lot.Key} was put to use than was ever made of it.") : null;
    }

    private static Amount? Excess(BalanceBooks books, MassFlow[] made, MassFlow[] gone)
    {
        var over = Amount.Sum(gone.Select(flow => flow.Mass)) - Amount.Sum(made.Select(flow => flow.Mass));
        return over.Value > 0 && over.Z > books.Policy.Coverage ? over : null;
    }

    private static BalanceFinding Finding(BalanceBooks books, (MassFlow[] Gone, MassFlow[] Made) flows, Amount over, string sentence)
    {
        var last = flows.Gone.MaxBy(flow => flow.At)!;
        return new BalanceFinding(BalanceCheck.LotOveruse, last.Site, MassFlow.Gross, books.Periods[Ledger.PeriodOf(books.Periods, last.At)], over)
        {
            Material = last.Lot,
            Expected = Amount.Sum(flows.Made.Select(flow => flow.Mass)),
            Found = Amount.Sum(flows.Gone.Select(flow => flow.Mass)),
            Sentence = sentence,
            Method = $"All that left or was used of a lot against its making, exceeded by more than {Words.Number(books.Policy.Coverage)} standard uncertainties.",
            Evidence = Words.Evidence(flows.Gone.Concat(flows.Made)),
        };
    }

    private static BalanceFinding? TooEarly(BalanceBooks books, MassFlow[] made, IGrouping<string, MassFlow> lot)
    {
        var begun = made.Min(flow => flow.At).AddMinutes(-books.Policy.ClockTolerance);
        MassFlow[] early = [.. lot.Where(flow => flow.Kind is FlowKind.Consumed or FlowKind.BuiltIn or FlowKind.Shipped or FlowKind.Received && flow.At < begun)];
        if (early.Length == 0) return null;
        return new BalanceFinding(BalanceCheck.Order, early[0].Site, MassFlow.Gross, books.Periods[Ledger.PeriodOf(books.Periods, early[0].At)], Amount.Sum(early.Select(flow => flow.Mass)))
        {
            Material = lot.Key,
            Sentence = $"Lot {lot.Key} was {Verb(early[0].Kind)} on {early[0].At:yyyy-MM-dd HH:mm}, before it was made on {made.Min(flow => flow.At):yyyy-MM-dd HH:mm} (UTC).",
            Method = $"Order of event times, with {Words.Number(books.Policy.ClockTolerance)} minutes for clocks that differ.",
            Evidence = Words.Evidence(early.Concat(made)),
        };
    }

    private static string Verb(FlowKind kind) => kind switch { FlowKind.Consumed or FlowKind.BuiltIn => "used", FlowKind.Shipped => "shipped", _ => "received" };
}
