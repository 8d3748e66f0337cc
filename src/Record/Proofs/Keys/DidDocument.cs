namespace Voltloop.Record.Proofs.Keys;

/// <summary>A DID document (W3C DID 1.0, Controlled Identifiers 1.0) with the keys that make assertions.</summary>
/// <param name="Id">The DID.</param>
/// <param name="Methods">Verification methods, all of them for <c>assertionMethod</c>; retired keys stay, with their end.</param>
public sealed record DidDocument(string Id, IReadOnlyList<VerificationMethod> Methods)
{
    /// <summary>The method of an id; <c>null</c> when the document has none.</summary>
    public VerificationMethod? Find(string methodId) => Methods.FirstOrDefault(method => string.Equals(method.Id, methodId, StringComparison.Ordinal));

    /// <summary>A document in which a new key signs from a moment on and the current ones end there.</summary>
    public DidDocument Rotate(string methodId, P256PublicKey key, DateTimeOffset from) => this with
    {
        Methods =
        [
            .. Methods.Select(method => method.Valid.Until is null ? method with { Valid = method.Valid with { Until = from } } : method),
            new VerificationMethod(methodId, key, new KeyValidity(from)),
        ],
    };

    /// <summary>A document in which a key is revoked.</summary>
    public DidDocument Revoke(string methodId, DateTimeOffset at) => this with
    {
        Methods = [.. Methods.Select(method => method.Id == methodId ? method with { Valid = method.Valid with { Revoked = at } } : method)],
    };
}
