namespace Voltloop.Tracing.Model.Custody;

/// <summary>Chain-of-custody model in the sense of ISO 22095.</summary>
internal enum CustodyModel
{
    /// <summary>Nobody said.</summary>
    NotStated = 0,

    /// <summary>One origin, never mixed with anything else.</summary>
    IdentityPreserved,

    /// <summary>Only mixed with material that has the same claim.</summary>
    Segregated,

    /// <summary>Mixed in known proportions.</summary>
    ControlledBlending,

    /// <summary>Mixed; the books keep what may be claimed.</summary>
    MassBalance,

    /// <summary>Claims are traded apart from the material.</summary>
    BookAndClaim,
}
