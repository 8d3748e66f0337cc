using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Voltloop.Tests.EndToEnd.Access;

/// <summary>An authenticator in software that obeys its test: it signs whatever origin, challenge and counter it is told.</summary>
internal sealed class SoftAuthenticator(string origin) : IDisposable
{
    private const byte UserPresentAndVerified = 0b0000_0101;
    private const byte HasCredential = 0b0100_0000;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);

    public string Id => Base64UrlEncoder.Encode(_id);

    public string Origin { get; set; } = origin;

    public string Domain { get; set; } = new Uri(origin).Host;

    public uint Counter { get; set; }

    public string? UserHandle { get; set; }

    /// <summary>Makes a credential for creation options.</summary>
    public JsonObject Create(JsonElement options)
    {
        UserHandle = options.GetProperty("user").GetProperty("id").GetString();
        byte[] authData = [.. Head(UserPresentAndVerified | HasCredential), .. new byte[16], 0, (byte)_id.Length, .. _id, .. CoseKey()];
        // {"fmt": "none", "attStmt": {}, "authData": bytes}
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)authData.Length, .. authData];
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Base64UrlEncoder.Encode(ClientData("webauthn.create", options)),
            ["attestationObject"] = Base64UrlEncoder.Encode(attestation),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>Signs request options.</summary>
    public JsonObject Get(JsonElement options)
    {
        Counter++;
        var (clientData, authData) = (ClientData("webauthn.get", options), Head(UserPresentAndVerified));
        byte[] signed = [.. authData, .. SHA256.HashData(clientData)];
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Base64UrlEncoder.Encode(clientData),
            ["authenticatorData"] = Base64UrlEncoder.Encode(authData),
            ["signature"] = Base64UrlEncoder.Encode(_key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = UserHandle,
        });
    }

    public void Dispose() => _key.Dispose();

    private JsonObject Credential(JsonObject response) => new()
    {
        ["id"] = Id, ["rawId"] = Id, ["type"] = "public-key", ["clientExtensionResults"] = new JsonObject(), ["response"] = response,
    };

    private byte[] ClientData(string type, JsonElement options) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type, challenge = options.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false,
    });

    private byte[] Head(byte flags)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), flags, .. counter];
    }

    // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    private byte[] CoseKey()
    {
        var point = _key.ExportParameters(false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }
}
