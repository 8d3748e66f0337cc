using System.Globalization;
using System.Text;
using Voltloop.Web.Formatting;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>Ledger lines as a table for spreadsheets (RFC 4180, UTF-8). Every mass is in kg and followed by its standard uncertainty.</summary>
internal static class BalanceCsv
{
    private static readonly (string Name, Func<LedgerResource, AmountResource?> Of)[] Terms =
    [
        ("opening", line => line.Opening), ("extracted", line => line.Extracted), ("received", line => line.Received), ("produced", line => line.Produced),
        ("consumed", line => line.Consumed), ("shipped", line => line.Shipped), ("lost", line => line.Lost), ("closing", line => line.Closing),
        ("counted", line => line.Counted), ("difference", line => line.Difference),
    ];

    /// <summary>The table.</summary>
    public static string Of(BalanceResource balance)
    {
        var text = new StringBuilder("site,operator,material,element,custodyModel,period");
        foreach (var term in Terms) text.Append(CultureInfo.InvariantCulture, $",{term.Name}Kg,{term.Name}StandardUncertaintyKg");
        text.Append("\r\n");
        foreach (var line in balance.Lines) text.AppendJoin(',', Row(line)).Append("\r\n");
        return text.ToString();
    }

    private static IEnumerable<string> Row(LedgerResource line) =>
    [
        .. new[] { line.Site, line.Operator, line.Material, line.Element, line.CustodyModel.ToString(), line.Period }.Select(CsvField.Of),
        .. Terms.SelectMany(term => new[] { Number(term.Of(line)?.Value), Number(term.Of(line)?.StandardUncertainty) }),
    ];

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
