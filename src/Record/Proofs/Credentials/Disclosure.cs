using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>One value of an SD-JWT that is shown or kept back (RFC 9901, section 4.2). Its text, not its content, is what is hashed.</summary>
public sealed class Disclosure
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Disclosure(string text, string? name, JsonElement value)
    {
        (Text, Name, Value) = (text, name, value);
        Digest = DigestOf(text);
    }

    /// <summary>The base64url text.</summary>
    public string Text { get; }

    /// <summary>Name of the member; <c>null</c> for an item of an array.</summary>
    public string? Name { get; }

    /// <summary>The value; digests of further disclosures may be in it.</summary>
    public JsonElement Value { get; }

    /// <summary>SHA-256 of the text, base64url.</summary>
    public string Digest { get; }

    /// <summary>Hides a member of an object.</summary>
    public static Disclosure OfMember(string salt, string name, JsonNode? value) => Parse(Encode(new JsonArray(salt, name, value?.DeepClone())));

    /// <summary>Hides an item of an array.</summary>
    public static Disclosure OfItem(string salt, JsonNode? value) => Parse(Encode(new JsonArray(salt, value?.DeepClone())));

    /// <summary>Reads a disclosure.</summary>
    /// <exception cref="Core.Problems.ProblemException">Not an array of two or three, or a reserved name.</exception>
    public static Disclosure Parse(string text)
    {
        var json = StrictJson.Parse(Base64UrlText.Decode(text, ProofProblems.MalformedDisclosure));
        JsonElement[] parts = json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [];
        Refusal.Unless(
            parts.Length is 2 or 3 && parts[..^1].All(part => part.ValueKind == JsonValueKind.String),
            ProofProblems.MalformedDisclosure,
            "A disclosure is an array of salt, name and value, or of salt and value.");
        var name = parts.Length == 3 ? parts[1].GetString() : null;
        Refusal.Unless(name is null || !SdNames.IsReserved(name), ProofProblems.ReservedName, $"A disclosure must not be named {name}.");
        return new Disclosure(text, name, parts[^1]);
    }

    /// <summary>Digest of any ASCII text: a disclosure, or a presentation that a holder binds a key to.</summary>
    public static string DigestOf(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    private static string Encode(JsonArray parts) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(parts.ToJsonString(Readable)));
}
