namespace Voltloop.Tracing.Model.Custody;

/// <summary>Claims that eligible input does not cover, by more than weighings and assays leave open. The ledger shows smaller ones too.</summary>
internal static class ClaimCheck
{
    public static IEnumerable<BalanceFinding> Look(BalanceBooks books) =>
        ClaimBook.Keep(books).Where(ledger => ledger.Uncovered > books.Policy.Coverage * ledger.Uncertainty).Select(ledger => Finding(books, ledger));

    private static BalanceFinding Finding(BalanceBooks books, ClaimLedger ledger)
    {
        var over = ledger.Over;
        var first = books.Periods[Ledger.PeriodOf(books.Periods, over[0].Flow.At)];
        return new BalanceFinding(BalanceCheck.Claim, ledger.Site, ledger.Element, first.Until(books.Periods[Ledger.PeriodOf(books.Periods, over[^1].Flow.At)]), new Amount(ledger.Uncovered, ledger.Uncertainty))
        {
            Expected = new Amount(ledger.Claimed - ledger.Uncovered, ledger.Uncertainty),
            Found = new Amount(ledger.Claimed, ledger.Uncertainty),
            Sentence = $"{Words.Kg(ledger.Uncovered)} of {ledger.Element} was shipped with a claim that no eligible input covers.",
            Method = $"{Method(books.Policy)} More than {Words.Number(books.Policy.Coverage)} standard uncertainties of the account. Custody model: {ledger.Model}.",
            Evidence = Words.Evidence(over.Select(claim => claim.Flow)),
        };
    }

    private static string Method(CustodyPolicy policy) => policy.ClaimMethod == ClaimMethod.Credit
        ? $"Credit method: eligible input makes credits that expire after {policy.CreditMonths} months; a claim uses the oldest first."
        : $"Rolling average: of each output, the part may be claimed that was eligible in the input of {policy.CreditMonths} months.";
}
