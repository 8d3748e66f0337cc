namespace Voltloop.Record.Proofs.Credentials;

/// <summary>What a data integrity proof says about itself.</summary>
/// <param name="Created">The moment of signing.</param>
/// <param name="Expires">End of the proof; <c>null</c> for none.</param>
/// <param name="Purpose">What the signature is for.</param>
public sealed record ProofOptions(DateTimeOffset Created, DateTimeOffset? Expires = null, string Purpose = ProofOptions.Assertion)
{
    /// <summary>The signer claims the content.</summary>
    public const string Assertion = "assertionMethod";
}
