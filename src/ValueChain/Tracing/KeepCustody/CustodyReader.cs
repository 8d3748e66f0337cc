using Voltloop.Core.Problems;
using Voltloop.Tracing.BalanceMass;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.KeepCustody;

/// <summary>Reads the accounts of claims, as the actor at work may see them.</summary>
internal sealed class CustodyReader(BalanceReader balance, BalanceSheets sheets)
{
    /// <summary>The accounts. Site and element of the request choose; lines begin with its first day.</summary>
    /// <exception cref="ProblemException">Nobody signed in; a wrong parameter; more events than one balance takes.</exception>
    public async Task<CustodyResource> ReadAsync(BalanceRequest request, CancellationToken cancellation)
    {
        var accounts = new List<CustodyAccount>();
        foreach (var ledger in ClaimBook.Keep(await balance.BooksAsync(request, cancellation)).Where(ledger => request.IsAbout(ledger.Site, ledger.Element)))
        {
            var account = CustodyAccount.Of(ledger, await balance.LabelAsync(ledger.Site, cancellation), sheets.Policy.Coverage);
            accounts.Add(account with { Lines = [.. ledger.Lines.Where(line => line.Period.To > request.Since).Select(CustodyLine.Of)] });
        }

        var ordered = accounts.OrderByDescending(account => account.IsOver).ThenBy(account => account.Label, StringComparer.OrdinalIgnoreCase).ThenBy(account => account.Element, StringComparer.Ordinal);
        return new CustodyResource(sheets.Policy.ClaimMethod, sheets.Policy.CreditMonths, [.. ordered]) { IsPartial = balance.IsPartial };
    }
}
