using Voltloop.Tracing.BalanceMass;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.KeepCustody;

/// <summary>One period of an account, kg of the element: opening + credited - issued - expired = closing.</summary>
/// <param name="Period">When.</param>
/// <param name="Opening">What could be claimed at the beginning.</param>
/// <param name="Input">Eligible input.</param>
/// <param name="Credited">Input times conversion.</param>
/// <param name="Claimed">Shipped with a claim.</param>
/// <param name="Issued">Of it covered.</param>
internal sealed record CustodyLine(string Period, double Opening, AmountResource Input, double Credited, AmountResource Claimed, double Issued)
{
    /// <summary>Claimed without cover.</summary>
    public required double Uncovered { get; init; }

    /// <summary>Ran out unused.</summary>
    public required double Expired { get; init; }

    /// <summary>What can be claimed at the end.</summary>
    public required double Closing { get; init; }

    public static CustodyLine Of(ClaimLine line) => new(line.Period.ToString(), line.Opening, AmountResource.Of(line.Input), line.Credited, AmountResource.Of(line.Claimed), line.Issued)
    {
        Uncovered = line.Uncovered, Expired = line.Expired, Closing = line.Closing,
    };
}
