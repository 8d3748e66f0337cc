using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>
/// Data Integrity proofs of the suite <c>ecdsa-jcs-2019</c> on P-256 (W3C Data Integrity ECDSA Cryptosuites 1.0, section
/// 3.3): the document stays readable JSON and carries its proof.
/// </summary>
public static class DataIntegrity
{
    /// <summary>The cryptosuite.</summary>
    public const string Suite = "ecdsa-jcs-2019";

    /// <summary>Proofs of one document that are verified at most.</summary>
    public const int MaxProofs = 8;

    private const string Type = "DataIntegrityProof";
    private const string Context = "@context";

    /// <summary>The document with a proof.</summary>
    /// <param name="document">A JSON object without proof.</param>
    /// <param name="issuer">The key.</param>
    /// <param name="options">What the proof says about itself.</param>
    /// <exception cref="ProblemException">Not an object, or it has a proof already.</exception>
    public static JsonObject Sign(JsonElement document, IssuerKey issuer, ProofOptions options)
    {
        StrictJson.Require(document);
        Refusal.Unless(document.ValueKind == JsonValueKind.Object, ProofProblems.DataModel, "Only a JSON object can carry a proof.");
        Refusal.Unless(JsonRead.Member(document, "proof") is null, ProofProblems.ProofRefused, "The document has a proof already.");
        var proof = Configuration(document, issuer.KeyId, options);
        proof["proofValue"] = Multikey.EncodeBytes(issuer.Key.Sign(HashData(document, Element(proof))));
        var signed = JsonObject.Create(document)!;
        signed["proof"] = proof;
        return signed;
    }

    /// <summary>Verifies every proof of a document and gives the document without them.</summary>
    /// <exception cref="ProblemException">Refused; the kind says why.</exception>
    public static VerifiedCredential Verify(JsonElement document, VerificationContext context)
    {
        StrictJson.Require(document);
        JsonElement[] proofs = [.. JsonRead.OneOrMany(document, "proof")];
        Refusal.Unless(proofs.Length > 0, ProofProblems.ProofMissing, "The document has no proof.");
        Refusal.Unless(proofs.Length <= MaxProofs, CommonProblems.LimitExceeded, $"The document has more than {MaxProofs} proofs.");
        VerifiedCredential[] verified = [.. proofs.Select(proof => Verify(document, proof, context))];
        context.CheckInterval(JsonMoment.Read(document, "validFrom"), JsonMoment.Read(document, "validUntil"), "credential");
        return verified[0];
    }

    /// <summary>The 64 bytes that are signed: SHA-256 of the canonical proof configuration and of the canonical document.</summary>
    public static byte[] HashData(JsonElement document, JsonElement configuration) =>
        [.. SHA256.HashData(CanonicalJson.Of(configuration)), .. SHA256.HashData(CanonicalJson.Of(document))];

    private static VerifiedCredential Verify(JsonElement document, JsonElement proof, VerificationContext context)
    {
        CheckKind(proof);
        var created = JsonMoment.Read(proof, "created");
        context.CheckInterval(created, JsonMoment.Read(proof, "expires"), "proof");
        var unsecured = Unsecured(document, proof);
        var method = JsonRead.TextOf(proof, "verificationMethod") ?? throw Refusal.Because(ProofProblems.UnknownKey, "The proof names no key.");
        var signer = context.Keys.Resolve(new KeyRequest(method, Issuer: null, created ?? context.Now, context.Now));
        var value = JsonRead.TextOf(proof, "proofValue") ?? throw Refusal.Because(ProofProblems.ProofMissing, "The proof has no value.");
        Refusal.Unless(
            signer.Key.Verify(HashData(unsecured, Without(proof, "proofValue")), Signature(value)),
            ProofProblems.BadSignature,
            "The document or its proof was changed, or another key signed it.");
        CheckIssuer(unsecured, signer);
        return new VerifiedCredential(unsecured, signer, created ?? context.Now);
    }

    // The key of a did:key proof is nobody's: who the issuer is remains for the caller to judge by the signer.
    private static void CheckIssuer(JsonElement document, Signer signer)
    {
        var issuer = JwtClaims.CredentialIssuer(document);
        var isSelfCertified = DidKey.Of(signer.Key) == signer.Issuer;
        Refusal.Unless(issuer is null || isSelfCertified || issuer == signer.Issuer, ProofProblems.WrongIssuer, $"{issuer} is named as issuer, but {signer.Issuer} signed.");
    }

    private static void CheckKind(JsonElement proof)
    {
        var (type, suite, purpose) = (JsonRead.TextOf(proof, "type"), JsonRead.TextOf(proof, "cryptosuite"), JsonRead.TextOf(proof, "proofPurpose"));
        Refusal.Unless(type == Type, ProofProblems.ProofRefused, $"The proof is of type {type ?? "none"}.");
        Refusal.Unless(suite == Suite, ProofProblems.AlgorithmRefused, $"The proof says cryptosuite {suite ?? "none"}; only {Suite} is verified.");
        Refusal.Unless(purpose == ProofOptions.Assertion, ProofProblems.ProofRefused, $"The proof is meant for {purpose ?? "nothing"}, not for an assertion.");
        Refusal.Unless(JsonRead.Member(proof, "previousProof") is null, ProofProblems.ProofRefused, "Chains of proofs are not verified.");
    }

    // A document may have gained contexts after its signature; those of the proof must come first and are the ones that count.
    private static JsonElement Unsecured(JsonElement document, JsonElement proof)
    {
        var unsecured = Without(document, "proof");
        if (JsonRead.Member(proof, Context) is not { } signedContext)
        {
            return unsecured;
        }

        var signed = JsonRead.OneOrMany(proof, Context).Select(VersionHash.Of).ToList();
        var present = JsonRead.OneOrMany(document, Context).Select(VersionHash.Of).Take(signed.Count);
        Refusal.Unless(present.SequenceEqual(signed), ProofProblems.BadSignature, "The document's contexts do not begin with those of the proof.");
        var json = JsonObject.Create(unsecured)!;
        json[Context] = JsonNode.Parse(signedContext.GetRawText());
        return Element(json);
    }

    private static JsonObject Configuration(JsonElement document, string keyId, ProofOptions options)
    {
        var proof = new JsonObject
        {
            ["type"] = Type,
            ["cryptosuite"] = Suite,
            ["created"] = JsonMoment.Write(options.Created),
            ["verificationMethod"] = keyId,
            ["proofPurpose"] = options.Purpose,
        };
        if (options.Expires is { } expires)
        {
            proof["expires"] = JsonMoment.Write(expires);
        }

        if (JsonRead.Member(document, Context) is { } context)
        {
            proof[Context] = JsonNode.Parse(context.GetRawText());
        }

        return proof;
    }

    private static byte[] Signature(string value)
    {
        try
        {
            var bytes = Multikey.DecodeBytes(value);
            Refusal.Unless(Multikey.EncodeBytes(bytes) == value, ProofProblems.BadSignature, "The proof's value is not in its one form.");
            return bytes;
        }
        catch (ProblemException broken)
        {
            throw Refusal.Because(ProofProblems.BadSignature, broken.Problem.Detail);
        }
    }

    private static JsonElement Without(JsonElement value, string name)
    {
        var json = JsonObject.Create(value) ?? throw Refusal.Because(ProofProblems.ProofRefused, "A proof must be an object.");
        json.Remove(name);
        return Element(json);
    }

    private static JsonElement Element(JsonObject json) => JsonSerializer.SerializeToElement(json);
}
