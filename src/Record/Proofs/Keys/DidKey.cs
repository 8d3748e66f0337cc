using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Keys;

/// <summary><c>did:key</c> identifiers of P-256 keys: the identifier is the key, so there is nothing to look up and nobody is named.</summary>
public static class DidKey
{
    private const string Prefix = "did:key:";

    /// <summary>Identifier of a key.</summary>
    public static string Of(P256PublicKey key) => Prefix + Multikey.Encode(key);

    /// <summary>Id of the one verification method of a key.</summary>
    public static string MethodOf(P256PublicKey key) => $"{Of(key)}#{Multikey.Encode(key)}";

    /// <summary>Key of an identifier or of its verification method; <c>null</c> when it is of another method.</summary>
    /// <exception cref="ProblemException">The identifier says did:key but holds no P-256 key, or its fragment another.</exception>
    public static P256PublicKey? TryRead(string id)
    {
        if (!id.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = id[Prefix.Length..].Split('#');
        Refusal.Unless(parts.Length == 1 || (parts.Length == 2 && parts[0] == parts[1]), CommonProblems.InvalidIdentifier, $"\"{id}\" names two keys.");
        return Multikey.Decode(parts[0]);
    }
}
