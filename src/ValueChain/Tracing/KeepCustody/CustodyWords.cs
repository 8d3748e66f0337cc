using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.KeepCustody;

/// <summary>Custody models and methods as people read them.</summary>
internal static class CustodyWords
{
    /// <summary>A model of ISO 22095.</summary>
    public static string Of(CustodyModel model) => model switch
    {
        CustodyModel.IdentityPreserved => "identity preserved",
        CustodyModel.Segregated => "segregated",
        CustodyModel.ControlledBlending => "controlled blending",
        CustodyModel.MassBalance => "mass balance",
        CustodyModel.BookAndClaim => "book and claim",
        _ => "not stated",
    };

    /// <summary>How claims are accounted, in a sentence.</summary>
    public static string Method(ClaimMethod method, int months) => method == ClaimMethod.Credit
        ? $"Credit method: eligible input makes credits, which expire after {months} months; a claim uses the oldest first."
        : $"Rolling average: of each output, the part may be claimed that was eligible in the input of the last {months} months, never more in all than came in.";
}
