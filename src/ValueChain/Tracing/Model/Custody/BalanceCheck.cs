namespace Voltloop.Tracing.Model.Custody;

/// <summary>What a finding is about.</summary>
internal enum BalanceCheck
{
    /// <summary>More left a site than can have been there.</summary>
    Conservation = 0,

    /// <summary>More than the licence or declaration of the site allows.</summary>
    Allowance,

    /// <summary>A site ships more than it usually does.</summary>
    Shipments,

    /// <summary>More of a lot was used than there was.</summary>
    LotOveruse,

    /// <summary>A lot was used before it was made.</summary>
    Order,

    /// <summary>A transport that cannot have been so fast.</summary>
    Transit,

    /// <summary>The content of a material drifts.</summary>
    Grade,

    /// <summary>The books of a whole network do not fit; this is where.</summary>
    Network,

    /// <summary>More was claimed than is covered.</summary>
    Claim,
}
