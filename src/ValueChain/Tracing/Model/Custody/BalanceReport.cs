namespace Voltloop.Tracing.Model.Custody;

/// <summary>All books and what is wrong with them.</summary>
/// <param name="Lines">Ledgers.</param>
/// <param name="Findings">Most urgent first.</param>
internal sealed record BalanceReport(IReadOnlyList<LedgerLine> Lines, IReadOnlyList<BalanceFinding> Findings)
{
    /// <summary>Keeps the books and looks at them.</summary>
    public static BalanceReport Of(BalanceBooks books)
    {
        if (books.Periods.Count == 0) return new BalanceReport([], []);
        var findings = Checks.SelectMany(look => look(books));
        return new BalanceReport(Ledger.Keep(books.Flows, books.Periods), [.. findings.OrderByDescending(Urgency).ThenBy(finding => finding.Site, StringComparer.Ordinal)]);
    }

    private static IReadOnlyList<Func<BalanceBooks, IEnumerable<BalanceFinding>>> Checks =>
    [
        ConservationCheck.Look, NetworkCheck.Look, AllowanceCheck.Look, ShipmentCheck.Look, LotCheck.Look, TransitCheck.Look, GradeCheck.Look, ClaimCheck.Look,
    ];

    private static double Urgency(BalanceFinding finding) => finding.Amount.Uncertainty > 0 ? Math.Abs(finding.Amount.Z) : double.MaxValue;
}
