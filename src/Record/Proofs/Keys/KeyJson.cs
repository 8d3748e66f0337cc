using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voltloop.Record.Proofs.Keys;

/// <summary>Public keys as JSON Web Keys (RFC 7517, RFC 7518 section 6.2). Private members are neither written nor read.</summary>
public static class KeyJson
{
    /// <summary>The public key as a JWK.</summary>
    public static JsonObject Write(P256PublicKey key) => new()
    {
        ["kty"] = "EC",
        ["crv"] = "P-256",
        ["x"] = Base64Url.EncodeToString(key.X),
        ["y"] = Base64Url.EncodeToString(key.Y),
    };

    /// <summary>The public key of a JWK.</summary>
    /// <exception cref="Core.Problems.ProblemException">Not an EC key on P-256, or meant for something else than verifying ES256.</exception>
    public static P256PublicKey Read(JsonElement jwk)
    {
        Refusal.Unless(
            JsonRead.TextOf(jwk, "kty") == "EC" && JsonRead.TextOf(jwk, "crv") == "P-256",
            ProofProblems.InvalidKey,
            "The JWK is not an EC key on P-256.");
        Refusal.Unless(JsonRead.TextOf(jwk, "alg") is null or "ES256", ProofProblems.AlgorithmRefused, "The JWK is meant for another algorithm.");
        Refusal.Unless(JsonRead.TextOf(jwk, "use") is null or "sig", ProofProblems.InvalidKey, "The JWK is not meant for signatures.");
        return new P256PublicKey(Coordinate(jwk, "x"), Coordinate(jwk, "y"));
    }

    private static byte[] Coordinate(JsonElement jwk, string name)
    {
        var text = JsonRead.TextOf(jwk, name) ?? throw Refusal.Because(ProofProblems.InvalidKey, $"The JWK has no member {name}.");
        return Base64UrlText.Decode(text, ProofProblems.InvalidKey);
    }
}
