using Voltloop.Kernels.ControlCharts;

namespace Voltloop.Tracing.Model.Custody;

/// <summary>The content of what a site puts out drifts: another ore is mixed in.</summary>
internal static class GradeCheck
{
    /// <summary>Fewest lots with a content of their own.</summary>
    public const int FewestLots = 8;

    public static IEnumerable<BalanceFinding> Look(BalanceBooks books) =>
        from element in books.Elements
        from series in books.Flows.Where(flow => flow.Element == element && flow.Grade is not null && flow.Kind is FlowKind.Extracted or FlowKind.Produced)
            .GroupBy(flow => (flow.Site, flow.Material))
        where series.Count() >= FewestLots
        from up in new[] { true, false }
        let finding = Found(books, element, ([.. series.OrderBy(flow => flow.At)], up))
        where finding is not null
        select finding;

    private static BalanceFinding? Found(BalanceBooks books, string element, (MassFlow[] Lots, bool Up) series)
    {
        var sign = series.Up ? 1 : -1;
        double[] grades = [.. series.Lots.Select(lot => sign * lot.Grade!.Value.Value)];
        var scores = new double[grades.Length];
        SelfStarting.Standardise(grades, scores);
        // Two sides share the rate of false alarms.
        var design = CusumDesign.For(books.Policy.Shift, 2 * books.Policy.RunLength);
        if (Cusum.FirstAlarm(scores, design) is not { Since: > 0 } alarm) return null;
        return Finding((books, element), series.Lots, alarm);
    }

    private static BalanceFinding Finding((BalanceBooks Books, string Element) of, MassFlow[] lots, CusumAlarm alarm)
    {
        double[] before = [.. lots.Take(alarm.Since).Select(lot => lot.Grade!.Value.Value)];
        double[] after = [.. lots.Skip(alarm.Since).Take(alarm.At - alarm.Since + 1).Select(lot => lot.Grade!.Value.Value)];
        var (from, to) = (before.Average(), after.Average());
        var spread = Math.Sqrt(before.Sum(grade => (grade - from) * (grade - from)) / Math.Max(1, before.Length - 1));
        var first = lots[alarm.Since];
        var period = new LedgerPeriod(first.At, lots[alarm.At].At.AddTicks(1));
        var change = new Amount(100 * (to - from), 100 * spread * Math.Sqrt((1.0 / before.Length) + (1.0 / after.Length)));
        return new BalanceFinding(BalanceCheck.Grade, first.Site, of.Element, period, change)
        {
            Material = first.Material,
            Unit = BalanceFinding.PercentagePoints,
            Expected = new Amount(100 * from, 0),
            Found = new Amount(100 * to, 0),
            Sentence = $"From lot {first.Lot} on, {first.Material} of this site holds {Words.Percent(to)} {of.Element} instead of {Words.Percent(from)}.",
            Method = $"Self-starting CUSUM of the content of lots, both directions; one false alarm in {Words.Number(of.Books.Policy.RunLength)} lots on average.",
            Evidence = Words.Evidence(lots.Skip(alarm.Since).Take(after.Length)),
        };
    }
}
