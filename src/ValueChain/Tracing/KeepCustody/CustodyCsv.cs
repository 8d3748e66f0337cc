using System.Globalization;
using System.Text;
using Voltloop.Web.Formatting;

namespace Voltloop.Tracing.KeepCustody;

/// <summary>Accounts of claims as a table for spreadsheets (RFC 4180, UTF-8), masses in kg of the element.</summary>
internal static class CustodyCsv
{
    private const string Head = "site,element,custodyModel,period,openingKg,eligibleInputKg,eligibleInputStandardUncertaintyKg,creditedKg,claimedKg,claimedStandardUncertaintyKg,issuedKg,uncoveredKg,expiredKg,closingKg\r\n";

    /// <summary>The table.</summary>
    public static string Of(CustodyResource custody)
    {
        var text = new StringBuilder(Head);
        foreach (var account in custody.Accounts)
        {
            foreach (var line in account.Lines) text.AppendJoin(',', Row(account, line)).Append("\r\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Row(CustodyAccount account, CustodyLine line) =>
    [
        .. new[] { account.Site, account.Element, account.CustodyModel.ToString(), line.Period }.Select(CsvField.Of),
        .. new[] { line.Opening, line.Input.Value, line.Input.StandardUncertainty, line.Credited, line.Claimed.Value, line.Claimed.StandardUncertainty, line.Issued, line.Uncovered, line.Expired, line.Closing }
            .Select(value => value.ToString("R", CultureInfo.InvariantCulture)),
    ];
}
