namespace Voltloop.Tracing.Model.Custody;

/// <summary>Keeps the accounts of claims (ISO 22095): one per site, element and custody model in which claims are shipped.</summary>
internal static class ClaimBook
{
    /// <summary>Accounts of everything that events state a claim for, in the order of site, element and model.</summary>
    public static IReadOnlyList<ClaimLedger> Keep(BalanceBooks books) =>
    [
        .. books.Flows.Where(flow => flow.Claimed is not null && flow.Element != MassFlow.Gross)
            .GroupBy(flow => (flow.Site, flow.Element))
            .OrderBy(site => site.Key.Site, StringComparer.Ordinal).ThenBy(site => site.Key.Element, StringComparer.Ordinal)
            .SelectMany(site => OfSite(books, [.. site])),
    ];

    private static IEnumerable<ClaimLedger> OfSite(BalanceBooks books, MassFlow[] flows)
    {
        CustodyModel[] shipped = [.. flows.Where(flow => flow.Kind == FlowKind.Shipped).Select(flow => flow.Model).Distinct().Order()];
        return flows.GroupBy(flow => Account(flow.Model, shipped)).OrderBy(account => account.Key)
            .Select(account => Kept(books, new ClaimLedger(flows[0].Site, flows[0].Element, account.Key), [.. account.OrderBy(flow => flow.At)]));
    }

    // Material of a stricter model may be sold in a looser one, never the other way round.
    private static CustodyModel Account(CustodyModel model, CustodyModel[] shipped) =>
        model == CustodyModel.NotStated || shipped.Contains(model) ? model : shipped.Where(other => other > model).DefaultIfEmpty(model).First();

    private static ClaimLedger Kept(BalanceBooks books, ClaimLedger empty, MassFlow[] flows)
    {
        var recovery = flows.Any(flow => flow.Kind == FlowKind.Consumed) ? books.FactsOf(empty.Site, empty.Element).Recovery ?? new Amount(1, 0) : new Amount(1, 0);
        var keeper = new Keeper(new ClaimAccount(books.Policy.ClaimMethod, books.Policy.CreditMonths, recovery.Value), empty.Model);
        var byPeriod = flows.ToLookup(flow => Ledger.PeriodOf(books.Periods, flow.At));
        var lines = new List<ClaimLine>();
        for (var at = Ledger.PeriodOf(books.Periods, flows[0].At); at <= Ledger.PeriodOf(books.Periods, flows[^1].At); at++) lines.Add(keeper.Line(books.Periods[at], byPeriod[at], recovery.Value));
        return empty with { Conversion = recovery.Value, Lines = lines, Over = keeper.Over, Uncertainty = Uncertainty(lines, recovery, books.Policy) };
    }

    private static double Uncertainty(List<ClaimLine> lines, Amount recovery, CustodyPolicy policy)
    {
        var (input, claimed) = (Amount.Sum(lines.Select(line => line.Input)), Amount.Sum(lines.Select(line => line.Claimed)));
        var own = (input * recovery) - claimed;
        return double.Hypot(own.Uncertainty, policy.CommonUncertainty * claimed.Value);
    }

    /// <summary>Books one period after the other.</summary>
    private sealed class Keeper(ClaimAccount account, CustodyModel model)
    {
        private double _closing;

        public List<(MassFlow Flow, double Kg)> Over { get; } = [];

        public ClaimLine Line(LedgerPeriod period, IEnumerable<MassFlow> flows, double conversion)
        {
            var (input, claimed, uncovered, expired) = (Amount.Zero, Amount.Zero, 0.0, account.Expired);
            foreach (var flow in flows)
            {
                if (EntryOf(flow) is not { } entry) continue;
                var part = new Amount(entry.Claimed, entry.Mass > 0 ? entry.Claimed / entry.Mass * flow.Mass.Uncertainty : 0);
                if (entry.IsInput) input += part;
                else claimed += part;
                if (account.Book(entry) is not (> 0 and var kg)) continue;
                Over.Add((flow, kg));
                uncovered += kg;
            }

            var line = new ClaimLine(period, _closing) { Input = input, Credited = input.Value * conversion, Claimed = claimed, Uncovered = uncovered, Closing = account.Left(period.To) };
            _closing = line.Closing;
            return line with { Expired = account.Expired - expired };
        }

        // In models that keep material apart, only material that is eligible as a whole counts as input.
        private ClaimEntry? EntryOf(MassFlow flow)
        {
            var claimed = flow.Mass.Value * Math.Clamp(flow.Claimed!.Value, 0, 1);
            var apart = model is CustodyModel.IdentityPreserved or CustodyModel.Segregated && flow.Claimed < 1;
            return flow.Kind switch
            {
                FlowKind.Received or FlowKind.Extracted => new ClaimEntry(flow.At, true, flow.Mass.Value, apart ? 0 : claimed),
                FlowKind.Shipped => new ClaimEntry(flow.At, false, flow.Mass.Value, claimed),
                _ => null,
            };
        }
    }
}
