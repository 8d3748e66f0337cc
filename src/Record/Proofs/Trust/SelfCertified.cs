using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Proofs.Trust;

/// <summary>Resolves did:key identifiers: proves that the holder of a key signed, and nothing about who that is.</summary>
public sealed class SelfCertified : IKeyResolver
{
    /// <summary>The one resolver.</summary>
    public static readonly SelfCertified Keys = new();

    private SelfCertified()
    {
    }

    /// <inheritdoc />
    public Signer Resolve(KeyRequest request)
    {
        var id = request.AbsoluteKeyId ?? request.Issuer ?? "";
        var key = DidKey.TryRead(id) ?? throw Refusal.Because(ProofProblems.UnknownKey, $"\"{id}\" is not a did:key.");
        return new Signer(DidKey.Of(key), "the holder of a key", DidKey.MethodOf(key), key);
    }
}
