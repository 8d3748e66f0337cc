using Voltloop.Tracing.BalanceMass;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.KeepCustody;

/// <summary>An account of claims.</summary>
/// <param name="Site">Its name in events.</param>
/// <param name="Label">Its label in the record, else its name.</param>
/// <param name="Element">Symbol.</param>
/// <param name="CustodyModel">Model in which claims are shipped.</param>
internal sealed record CustodyAccount(string Site, string Label, string Element, CustodyModel CustodyModel)
{
    /// <summary>Part of the input that reaches the output.</summary>
    public required double Conversion { get; init; }

    /// <summary>Shipped with a claim, kg, with the standard uncertainty of the account.</summary>
    public required AmountResource Claimed { get; init; }

    /// <summary>Of it without cover, kg.</summary>
    public required AmountResource Uncovered { get; init; }

    /// <summary>Whether the uncovered part is more than weighings and assays leave open.</summary>
    public required bool IsOver { get; init; }

    /// <summary>Can still be claimed, kg.</summary>
    public required double Available { get; init; }

    /// <summary>Period by period.</summary>
    public required IReadOnlyList<CustodyLine> Lines { get; init; }

    public static CustodyAccount Of(ClaimLedger ledger, string label, double coverage) => new(ledger.Site, label, ledger.Element, ledger.Model)
    {
        Conversion = ledger.Conversion,
        Claimed = AmountResource.Of(new Amount(ledger.Claimed, ledger.Uncertainty)),
        Uncovered = AmountResource.Of(new Amount(ledger.Uncovered, ledger.Uncertainty)),
        IsOver = ledger.Uncovered > coverage * ledger.Uncertainty,
        Available = ledger.Lines[^1].Closing,
        Lines = [.. ledger.Lines.Select(CustodyLine.Of)],
    };
}
