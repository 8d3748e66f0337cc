namespace Voltloop.Tracing.Model.Custody;

/// <summary>One period of an account of claims, kg of the element: opening + credited - issued - expired = closing.</summary>
/// <param name="Period">When.</param>
/// <param name="Opening">What could still be claimed at the beginning.</param>
internal sealed record ClaimLine(LedgerPeriod Period, double Opening)
{
    /// <summary>Eligible input.</summary>
    public Amount Input { get; init; }

    /// <summary>Input times conversion: what it lets one claim.</summary>
    public double Credited { get; init; }

    /// <summary>Shipped with a claim.</summary>
    public Amount Claimed { get; init; }

    /// <summary>Of it without cover.</summary>
    public double Uncovered { get; init; }

    /// <summary>Of it covered.</summary>
    public double Issued => Claimed.Value - Uncovered;

    /// <summary>Credit that ran out unused.</summary>
    public double Expired { get; init; }

    /// <summary>What can still be claimed at the end.</summary>
    public double Closing { get; init; }
}
