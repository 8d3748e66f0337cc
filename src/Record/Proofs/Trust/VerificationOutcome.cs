namespace Voltloop.Record.Proofs.Trust;

/// <summary>What became of a claim.</summary>
public enum VerificationOutcome
{
    /// <summary>A proof was checked and holds.</summary>
    Proven,

    /// <summary>There is no proof, or the means to check it are missing. Nothing speaks against the claim.</summary>
    NotProven,

    /// <summary>A proof was checked and fails.</summary>
    Refuted,
}
