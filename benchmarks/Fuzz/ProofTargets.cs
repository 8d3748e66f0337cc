using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Proofs.Messages;
using Voltloop.Record.Proofs.Trust;
using Voltloop.Record.Replication;
using Voltloop.Record.Signing;
using Voltloop.Tracing.AskHolders;

namespace Voltloop.Bench.Fuzz;

/// <summary>Proofs, checkpoints, keys, credentials, and what other nodes sign and send.</summary>
internal static class ProofTargets
{
    private const string Did = "did:web:example.com";
    private const string KeyId = Did + "#1";
    private const string PagesUse = "voltloop/changes/1";
    private const string SeriesUse = "voltloop/series/1";

    private static readonly DateTimeOffset Now = new(2027, 2, 18, 12, 0, 0, TimeSpan.Zero);
    private static readonly P256SigningKey Key = P256SigningKey.FromScalar(SHA256.HashData("fuzz"u8));
    private static readonly IssuerKey Issuer = new(KeyId, Key);
    private static readonly DidDocument Document = new(Did, [new VerificationMethod(KeyId, Key.Public, KeyValidity.Always)]);
    private static readonly VerificationContext Context = new(new TrustList([TrustedIssuer.From(Document, "Example")]), Now);

    private static readonly JsonObject Credential = new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"), ["type"] = new JsonArray("VerifiableCredential"), ["issuer"] = Did, ["validFrom"] = "2027-01-01T00:00:00Z",
        ["credentialSubject"] = new JsonObject { ["id"] = "https://id.gs1.org/01/09520123456788/21/1", ["a"] = new JsonArray(1, 2.5, "x", null, new JsonObject { ["b"] = true }) },
    };

    public static IReadOnlyList<FuzzTarget> All(Lazy<FuzzHouse> house) =>
    [
        new("merkle", () => [.. MerkleSeeds()], Merkle),
        new("notes", () => [.. NoteSeeds()], input => Note(Encoding.UTF8.GetString(input))),
        new("keys", () => [.. KeySeeds()], Keys),
        new("artefacts", () => [.. Artefacts(), .. SeedFiles.Of("passport/vectors/sd-jwt", ".txt", ".json"), .. SeedFiles.Of("passport/vectors/vc-di-ecdsa", ".json")], input => SavedArtefact.Verify(input, Context)),
        new("signed-claims", () => [.. ClaimSeeds()], SignedClaims),
        new("replication", () => [.. ReplicationSeeds(house)], Replicated),
    ];

    private static IEnumerable<byte[]> MerkleSeeds()
    {
        yield return EntryBundle.Write([new byte[] { 1, 2, 3 }, new byte[300]]);
        yield return [.. Enumerable.Range(0, 16 + (32 * 7)).Select(i => (byte)(i * 7 % 5))];
        foreach (var text in SeedFiles.Texts("tile/0/x001/x234/067", "tile/entries/x001/067.p/8", "1-2-3-4", "{\"kind\":1,\"path\":[\"AAAA\"],\"index\":1,\"size\":3}")) yield return text;
        foreach (var file in SeedFiles.Of("epcis/vectors/transparency-dev-merkle-testdata", ".json").Take(10)) yield return file;
    }

    private static void Merkle(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        Refused.OrNot(() => EntryBundle.Read(input), () => TileAddress.Parse(text), () => ChangeCursor.Parse(text), () => LogEntry.Read(input), () => Paths(input));
    }

    private static void Paths(byte[] input)
    {
        if (input.Length < 16) return;
        var (index, size) = (BinaryPrimitives.ReadUInt64LittleEndian(input), BinaryPrimitives.ReadUInt64LittleEndian(input.AsSpan(8)));
        byte[][] path = [.. input.Skip(16).Chunk(32)];
        _ = (InclusionProof.InTree(index, size, path).Check(SHA256.HashData(input), SHA256.HashData(input)), ConsistencyProof.BetweenTrees(index, size, path).Check(SHA256.HashData(input), SHA256.HashData(input)));
    }

    private static IEnumerable<byte[]> NoteSeeds()
    {
        var note = new Checkpoint("example.com/log", 7, SHA256.HashData("root"u8)).Sign(Key);
        string[] texts = [note.ToString(), note.With(WitnessKey.Cosign(note.Text, "example.com/witness", Key, Now)).ToString(), new LogKey("example.com/log", Key.Public).ToString()];
        return [.. SeedFiles.Texts(texts), .. SeedFiles.Of("epcis/vectors/tessera-testlog", "checkpoint")];
    }

    private static void Note(string text) => Refused.OrNot(
        () => SignedNote.Parse(text), () => Checkpoint.Parse(text), () => LogKey.Parse(text), () => WitnessedNote.Verify(text, Context),
        () => new Witness("example.com/witness", Key).Cosign(text, new LogKey("example.com/log", Key.Public), default, Now));

    private static IEnumerable<byte[]> KeySeeds()
    {
        string[] texts =
        [
            DidDocumentJson.Write(Document).ToJsonString(), TrustListJson.Write((TrustList)Context.Keys).ToJsonString(), new KnownNode("example.com/log", Document).ToJson().ToJsonString(),
            """{"@context":["https://www.w3.org/ns/did/v1"],"id":"did:web:a","verificationMethod":[{"id":"#1","type":"JsonWebKey2020","controller":"did:web:a","publicKeyJwk":{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}}],"assertionMethod":["#1"]}""",
            DidKey.MethodOf(Key.Public),
        ];
        return [.. SeedFiles.Texts(texts), .. SeedFiles.Of("passport/vectors/vc-di-ecdsa", "KeyPair.json", "did.json")];
    }

    private static void Keys(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        Refused.OrNot(() => DidDocumentJson.Read(input), () => TrustListJson.Read(input), () => NodeCard.Read(input), () => DidKey.TryRead(text), () => Multikey.Decode(text), () => P256PublicKey.FromSpki(input), () => P256PublicKey.FromCompressed(input));
        using var json = JsonDocument.Parse(CanonicalJson.Of(input));
        Refused.OrNot(() => KeyJson.Read(json.RootElement), () => KnownNode.Read(json.RootElement));
    }

    private static IEnumerable<byte[]> Artefacts()
    {
        var claims = JsonSerializer.SerializeToElement(Credential);
        var salts = 0;
        var selective = SdJwtIssuer.Issue(claims, [new SdMark("/credentialSubject/a", "g")], Issuer, new SdOptions(() => Convert.ToBase64String(SHA256.HashData(BitConverter.GetBytes(salts++))[..15]), Now, Decoys: 2));
        return SeedFiles.Texts(VcJwt.Sign(claims, Issuer, Now), DataIntegrity.Sign(claims, Issuer, new ProofOptions(Now)).ToJsonString(), selective.Everything.ToString());
    }

    private static IEnumerable<byte[]> ClaimSeeds() => SeedFiles.Texts(
        Credential.ToJsonString(),
        """{"iss":"did:web:example.com","aud":"did:web:b","jti":"1","iat":1803038400,"exp":1803038700,"answer":{"question":"1","thing":"a","direction":"up","purpose":"p","events":[],"next":[],"holders":[],"tombstones":[]}}""",
        """{"iss":"did:web:example.com","vct":"x","_sd_alg":"sha-256","_sd":["aa"],"cnf":{"jwk":{"kty":"EC","crv":"P-256","x":"a","y":"b"}},"status":{"status_list":{"idx":1}},"voltloopLog":{"checkpoint":"x","statements":[]}}""");

    // What a signer may say after its signature was found right: the deeper half of every verification.
    private static void SignedClaims(byte[] input)
    {
        var jwt = Token("vc+jwt", input);
        var selective = Token(SdOptions.CredentialType, input);
        SavedArtefact.Verify(Encoding.ASCII.GetBytes(jwt), Context);
        SavedArtefact.Verify(Encoding.ASCII.GetBytes(selective + "~"), Context);
        Refused.OrNot(() => Disclosure.Parse(Base64Url.EncodeToString(input)), () => Message(input), () => SavedArtefact.Verify(Encoding.UTF8.GetBytes(DataIntegrity.Sign(StrictJson.Parse(input), Issuer, new ProofOptions(Now)).ToJsonString()), Context));
        _ = StrictJson.Parse(input);
    }

    private static string Token(string type, byte[] claims)
    {
        var signed = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["alg"] = "ES256", ["typ"] = type, ["kid"] = KeyId })) + "." + Base64Url.EncodeToString(claims);
        return signed + "." + Base64Url.EncodeToString(Key.Sign(Encoding.ASCII.GetBytes(signed)));
    }

    private static void Message(byte[] input)
    {
        var message = SignedMessage.Parse(Token(ChainAnswer.Type, input), ChainAnswer.Type);
        message.CheckSigner(Document, Now);
        ChainAnswer.Read(message.Claims);
    }

    private static IEnumerable<byte[]> ReplicationSeeds(Lazy<FuzzHouse> house)
    {
        if (house.Value.Record.Replication is { } source) yield return Content(source.Read(ChangeCursor.Parse("0-0-0-0")));
        yield return new byte[400];
    }

    // Bytes of a signed answer: length, content, key, signature.
    private static byte[] Content(byte[] sealedBytes) => sealedBytes.AsSpan(4, (int)BinaryPrimitives.ReadUInt32BigEndian(sealedBytes)).ToArray();

    private static void Replicated(byte[] input) => Refused.OrNot(
        () => ChangePageCodec.Open(input, _ => Key.Public), () => ChangePageCodec.Open(Sealed(PagesUse, input), _ => Key.Public), () => SeriesPieceCodec.Open(Sealed(SeriesUse, input), _ => Key.Public));

    // As SignedBody seals: a primary that is followed may say anything under its own signature.
    private static byte[] Sealed(string use, byte[] content)
    {
        var (message, whole) = (new CanonicalBuffer(), new CanonicalBuffer());
        message.Add(use);
        message.Add(SHA256.HashData(content));
        whole.Add((uint)content.Length);
        whole.Add(content);
        whole.Add(KeyId);
        whole.Add(Key.Sign(message.Written));
        return whole.Written.ToArray();
    }
}
