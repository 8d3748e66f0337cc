using Voltloop.Kernels.ControlCharts;

namespace Voltloop.Tracing.Model.Custody;

/// <summary>A site where material comes into being ships more than it usually does: the sign of mineral mixing that needs no honest declaration.</summary>
internal static class ShipmentCheck
{
    public static IEnumerable<BalanceFinding> Look(BalanceBooks books) =>
        from element in books.Elements
        from site in books.BySite(element)
        where site.Any(flow => flow.Kind == FlowKind.Extracted)
        let finding = Found(books, element, site)
        where finding is not null
        select finding;

    private static BalanceFinding? Found(BalanceBooks books, string element, IGrouping<string, MassFlow> site)
    {
        var first = Ledger.PeriodOf(books.Periods, site.Min(flow => flow.At));
        LedgerPeriod[] periods = [.. books.Periods.Skip(first)];
        var shipped = Series(site, periods);
        var scores = new double[shipped.Length];
        SelfStarting.Standardise(shipped, scores);
        var design = CusumDesign.For(books.Policy.Shift, books.Policy.RunLength);
        return Cusum.FirstAlarm(scores, design) is { } alarm && alarm.Since > 0
            ? Finding((books.Policy, element, site), (shipped, periods), alarm)
            : null;
    }

    private static BalanceFinding Finding((CustodyPolicy Policy, string Element, IGrouping<string, MassFlow> Flows) of, (double[] Shipped, LedgerPeriod[] Periods) series, CusumAlarm alarm)
    {
        var usual = series.Shipped.Take(alarm.Since).ToArray();
        var mean = usual.Average();
        var spread = Math.Sqrt(usual.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, usual.Length - 1));
        var count = alarm.At - alarm.Since + 1;
        var (shipped, expected) = (series.Shipped.Skip(alarm.Since).Take(count).Sum(), count * mean);
        var period = series.Periods[alarm.Since].Until(series.Periods[alarm.At]);
        var over = new Amount(shipped - expected, spread * Math.Sqrt(count + ((double)count * count / usual.Length)));
        return new BalanceFinding(BalanceCheck.Shipments, of.Flows.Key, of.Element, period, over)
        {
            Expected = new Amount(expected, over.Uncertainty),
            Found = new Amount(shipped, 0),
            Sentence = $"Since {series.Periods[alarm.Since]} this site ships more {of.Element} than it used to: {Words.Kg(over)} above its usual {Words.Kg(mean)} a period by {series.Periods[alarm.At]}.",
            Method = $"Self-starting CUSUM of shipments; one false alarm in {Words.Number(of.Policy.RunLength)} periods of a site on average. A new shaft or a good season raises it as well.",
            Evidence = Words.Evidence(of.Flows.Where(flow => flow.Kind == FlowKind.Shipped && period.Holds(flow.At))),
        };
    }

    private static double[] Series(IEnumerable<MassFlow> flows, LedgerPeriod[] periods)
    {
        var sums = new double[periods.Length];
        foreach (var flow in flows.Where(flow => flow.Kind == FlowKind.Shipped))
        {
            if (Ledger.PeriodOf(periods, flow.At) is >= 0 and var period) sums[period] += flow.Mass.Value;
        }

        return sums;
    }
}
