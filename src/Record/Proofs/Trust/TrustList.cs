using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Proofs.Trust;

/// <summary>Issuers that a verifier believes, as data. An empty list believes nobody.</summary>
/// <param name="Issuers">The issuers.</param>
public sealed record TrustList(IReadOnlyList<TrustedIssuer> Issuers) : IKeyResolver
{
    /// <summary>Believes nobody.</summary>
    public static readonly TrustList Nobody = new([]);

    /// <summary>The part of the list that is believed in a role.</summary>
    public TrustList InRole(string role) => new([.. Issuers.Where(issuer => issuer.Roles.Contains(role, StringComparer.Ordinal))]);

    /// <inheritdoc />
    public Signer Resolve(KeyRequest request)
    {
        var (issuer, key) = Find(request);
        var objection = issuer.Valid.Objection(request.SignedAt, request.Now);
        Refusal.Unless(objection is null, ProofProblems.UntrustedIssuer, $"{issuer.Id}: {objection}");
        objection = key.Valid.Objection(request.SignedAt, request.Now);
        Refusal.Unless(objection is null, ProofProblems.KeyNotValid, $"{key.Id}: {objection}");
        Refusal.Unless(request.Issuer is null || request.Issuer == issuer.Id, ProofProblems.WrongIssuer, $"{key.Id} is a key of {issuer.Id}, not of {request.Issuer}.");
        return new Signer(issuer.Id, issuer.Name, key.Id, key.Key);
    }

    private (TrustedIssuer Issuer, VerificationMethod Key) Find(KeyRequest request) =>
        request.AbsoluteKeyId is { } keyId ? FindKey(keyId, request) : FindOnlyKey(request);

    private (TrustedIssuer Issuer, VerificationMethod Key) FindKey(string keyId, KeyRequest request)
    {
        foreach (var issuer in Issuers)
        {
            if (issuer.Keys.FirstOrDefault(key => string.Equals(key.Id, keyId, StringComparison.Ordinal)) is { } key)
            {
                return (issuer, key);
            }
        }

        var isKnown = Issuers.Any(issuer => issuer.Id == (request.Issuer ?? keyId.Split('#')[0]));
        throw Refusal.Because(isKnown ? ProofProblems.UnknownKey : ProofProblems.UntrustedIssuer, $"The trust list has no key {keyId}.");
    }

    // Without a key id only an issuer with one key is unambiguous.
    private (TrustedIssuer Issuer, VerificationMethod Key) FindOnlyKey(KeyRequest request)
    {
        var issuer = Issuers.FirstOrDefault(issuer => issuer.Id == request.Issuer)
            ?? throw Refusal.Because(ProofProblems.UntrustedIssuer, $"The trust list does not name {request.Issuer ?? "an issuer"}.");
        Refusal.Unless(issuer.Keys.Count == 1, ProofProblems.UnknownKey, $"The signature names no key, and {issuer.Id} has {issuer.Keys.Count}.");
        return (issuer, issuer.Keys[0]);
    }
}
