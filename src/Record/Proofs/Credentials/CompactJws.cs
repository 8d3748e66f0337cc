using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>
/// A JSON Web Signature in compact form (RFC 7515). ES256 is the only algorithm: the header is data of whoever sent the
/// token, so it may neither choose another algorithm nor bring its own key.
/// </summary>
internal sealed class CompactJws
{
    public const string Algorithm = "ES256";

    /// <summary>Characters of a token that are read at most.</summary>
    public const int MaxCharacters = 16_000_000;

    private readonly string _signingInput;
    private readonly byte[] _signature;

    private CompactJws(string[] parts)
    {
        Header = StrictJson.Parse(Base64UrlText.Decode(parts[0], CommonProblems.MalformedInput));
        Payload = Base64UrlText.Decode(parts[1], CommonProblems.MalformedInput);
        _signature = Base64UrlText.Decode(parts[2], ProofProblems.BadSignature);
        _signingInput = $"{parts[0]}.{parts[1]}";
    }

    public JsonElement Header { get; }

    public byte[] Payload { get; }

    public string? KeyId => JsonRead.TextOf(Header, "kid");

    public static string Sign(JsonObject header, byte[] payload, P256SigningKey key)
    {
        header["alg"] = Algorithm;
        var input = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Base64Url.EncodeToString(payload)}";
        return $"{input}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(input)))}";
    }

    /// <summary>Reads a token and refuses what its header must not say; the signature is not verified yet.</summary>
    public static CompactJws Parse(string token, params ReadOnlySpan<string> types)
    {
        Refusal.Unless(token.Length <= MaxCharacters, CommonProblems.LimitExceeded, $"The token has more than {MaxCharacters} characters.");
        var parts = token.Split('.');
        Refusal.Unless(parts.Length == 3, CommonProblems.MalformedInput, "A signed token has three parts.");
        var jws = new CompactJws(parts);
        jws.CheckHeader(types);
        return jws;
    }

    public void Verify(P256PublicKey key) => Refusal.Unless(
        key.Verify(Encoding.ASCII.GetBytes(_signingInput), _signature), ProofProblems.BadSignature, "The token was changed, or another key signed it.");

    private void CheckHeader(ReadOnlySpan<string> types)
    {
        var algorithm = JsonRead.TextOf(Header, "alg");
        Refusal.Unless(algorithm == Algorithm, ProofProblems.AlgorithmRefused, $"The token says alg {algorithm ?? "nothing"}; only {Algorithm} is verified.");
        Refusal.Unless(JsonRead.Member(Header, "crit") is null, ProofProblems.HeaderRefused, "The token has critical header members that are not understood.");
        var type = JsonRead.TextOf(Header, "typ") ?? "nothing";
        const string media = "application/";
        var name = type.StartsWith(media, StringComparison.OrdinalIgnoreCase) ? type[media.Length..] : type;
        Refusal.Unless(IsOneOf(name, types), ProofProblems.HeaderRefused, $"The token says typ {type}; {string.Join(" or ", types)} is expected.");
    }

    private static bool IsOneOf(string name, ReadOnlySpan<string> types)
    {
        foreach (var type in types)
        {
            if (string.Equals(type, name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
