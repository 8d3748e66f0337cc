namespace Voltloop.Tracing.Model.Custody;

/// <summary>
/// An element is not made: what left a site and what is still there cannot exceed what came in, and what came out of its
/// transformations cannot exceed what went into them. Added up from the beginning of the books.
/// </summary>
internal static class ConservationCheck
{
    public static IEnumerable<BalanceFinding> Look(BalanceBooks books) =>
        from element in books.Elements
        from site in books.BySite(element)
        let lines = Ledger.OfSite(site, books.Periods)
        from finding in new[] { Outflow(books, site, lines), Transformation(books, site, lines) }
        where finding is not null
        select finding;

    private static BalanceFinding? Outflow(BalanceBooks books, IGrouping<string, MassFlow> site, IReadOnlyList<LedgerLine> lines)
    {
        if (Worst(books, lines, line => (line.Shipped + line.Lost, line.Extracted + line.Received), line => line.Counted ?? Amount.Zero) is not { } worst) return null;
        return Finding(books, lines[0].Key, worst) with
        {
            Sentence = $"By the end of {worst.Period} this site has shipped, lost or kept {Words.Kg(worst.Surplus)} more {Words.Of(lines[0].Key.Element)} than was extracted at it or arrived; no opening stock is on record that would cover it.",
            Evidence = Words.Evidence(site.Where(flow => flow.Kind is FlowKind.Shipped && flow.At < worst.Period.To)),
        };
    }

    private static BalanceFinding? Transformation(BalanceBooks books, IGrouping<string, MassFlow> site, IReadOnlyList<LedgerLine> lines)
    {
        if (Worst(books, lines, line => (line.Produced, line.Consumed), _ => Amount.Zero) is not { } worst) return null;
        return Finding(books, lines[0].Key, worst) with
        {
            Sentence = $"By the end of {worst.Period} the transformations at this site put out {Words.Kg(worst.Surplus)} more {Words.Of(lines[0].Key.Element)} than went into them.",
            Evidence = Words.Evidence(site.Where(flow => flow.Kind is FlowKind.Produced && flow.At < worst.Period.To)),
        };
    }

    private static BalanceFinding Finding(BalanceBooks books, LedgerKey key, (LedgerPeriod Period, Amount Out, Amount In, Amount Surplus) worst) =>
        new(BalanceCheck.Conservation, key.Site, key.Element, worst.Period, worst.Surplus) { Sentence = "", Method = Method(books.Policy), Expected = worst.In, Found = worst.Out };

    private static (LedgerPeriod Period, Amount Out, Amount In, Amount Surplus)? Worst(BalanceBooks books, IReadOnlyList<LedgerLine> lines, Func<LedgerLine, (Amount Out, Amount In)> step, Func<LedgerLine, Amount> standing)
    {
        (LedgerPeriod, Amount, Amount, Amount)? worst = null;
        var (left, come) = (Amount.Zero, Amount.Zero);
        var (through, highest) = (0.0, books.Policy.Coverage);
        foreach (var line in lines)
        {
            var (gone, got) = step(line);
            (left, come) = (left + gone, come + got);
            through += Math.Max(line.Shipped.Value + line.Lost.Value + line.Produced.Value, line.Extracted.Value + line.Received.Value + line.Consumed.Value);
            var found = left + standing(line);
            var surplus = found - come + new Amount(0, books.Policy.CommonUncertainty * through * Math.Sqrt(2));
            if (surplus.Value <= 0 || surplus.Z <= highest) continue;
            (highest, worst) = (surplus.Z, (line.Period, found, come, surplus));
        }

        return worst;
    }

    private static string Method(CustodyPolicy policy) =>
        $"Conservation of the element: exceeded by more than {Words.Number(policy.Coverage)} standard uncertainties (weighing, content and shared calibration).";
}
