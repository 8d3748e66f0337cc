using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>Books of what events say, and a look at them when it is asked for.</summary>
internal sealed class BalanceSheet
{
    private readonly Lazy<BalanceReport> _report;

    private BalanceSheet(BalanceBooks books, int withoutMass)
    {
        (Books, QuantitiesWithoutMass) = (books, withoutMass);
        _report = new Lazy<BalanceReport>(() => BalanceReport.Of(Books));
    }

    /// <summary>The books.</summary>
    public BalanceBooks Books { get; }

    /// <summary>Quantities that name no mass.</summary>
    public int QuantitiesWithoutMass { get; }

    /// <summary>Ledgers and findings.</summary>
    public BalanceReport Report => _report.Value;

    /// <summary>Keeps the books.</summary>
    /// <param name="said">What events say, in the order of event time.</param>
    /// <param name="length">Length of the periods.</param>
    /// <param name="policy">What is assumed.</param>
    /// <param name="facts">What is stated about sites.</param>
    public static BalanceSheet Of(IEnumerable<MassEvent> said, PeriodLength length, CustodyPolicy policy, IReadOnlyList<SiteFacts> facts)
    {
        var (reader, events) = (new EventFlows(policy), said.ToList());
        events.ForEach(reader.Learn);
        MassFlow[] flows = [.. events.SelectMany(reader.Read).OrderBy(flow => flow.At)];
        var periods = flows.Length == 0 ? [] : LedgerPeriod.Cover(flows[0].At, flows[^1].At.AddTicks(1), length);
        return new BalanceSheet(new BalanceBooks(Covered(flows, periods), periods, policy, facts), reader.WithoutMass);
    }

    // Dates that are centuries off would make more periods than there is room for.
    private static MassFlow[] Covered(MassFlow[] flows, IReadOnlyList<LedgerPeriod> periods) => [.. flows.Where(flow => Ledger.PeriodOf(periods, flow.At) >= 0)];
}
