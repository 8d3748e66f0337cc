namespace Voltloop.Record.Proofs.Keys;

/// <summary>When a key may sign.</summary>
/// <param name="From">First moment; <c>null</c> for no beginning.</param>
/// <param name="Until">First moment after; <c>null</c> for no end.</param>
/// <param name="Revoked">Moment of revocation; nothing that the key signed is believed from then on without another proof of its time.</param>
public sealed record KeyValidity(DateTimeOffset? From = null, DateTimeOffset? Until = null, DateTimeOffset? Revoked = null)
{
    /// <summary>Without beginning, end or revocation.</summary>
    public static readonly KeyValidity Always = new();

    /// <summary>Why the key is not believed; <c>null</c> when it is.</summary>
    /// <param name="signedAt">When the signature says that it was made.</param>
    /// <param name="now">When it is verified.</param>
    public string? Objection(DateTimeOffset signedAt, DateTimeOffset now) => this switch
    {
        _ when Revoked <= now => $"The key was revoked at {Revoked:O}.",
        _ when signedAt < From => $"The key is valid from {From:O}, but the signature is of {signedAt:O}.",
        _ when signedAt >= Until => $"The key was valid until {Until:O}, but the signature is of {signedAt:O}.",
        _ => null,
    };
}
