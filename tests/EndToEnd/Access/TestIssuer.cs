using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Voltloop.Tests.EndToEnd.Access;

/// <summary>An OpenID Connect issuer on a loopback port: discovery, keys that rotate, and signed tokens.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<ECDsaSecurityKey> _published = [];

    private TestIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Url, jwks_uri = Url + "/keys", authorization_endpoint = Url + "/authorize", token_endpoint = Url + "/token",
            authorization_response_iss_parameter_supported = true,
        }));
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", RedeemAsync);
        _app.MapGet("/keys", () =>
        {
            KeyFetches++;
            return Results.Content(JsonSerializer.Serialize(new { keys = _published.Select(Jwk) }), "application/json");
        });
    }

    public string Url => _app.Urls.First();

    public int KeyFetches { get; private set; }

    public ECDsaSecurityKey Key => _published[^1];

    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        issuer.Rotate("key-1");
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>Publishes a new key and withdraws the ones before.</summary>
    public void Rotate(string id)
    {
        _published.Clear();
        _published.Add(NewKey(id));
    }

    public static ECDsaSecurityKey NewKey(string id) => new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = id };

    public string Token(Action<SecurityTokenDescriptor>? change = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Url,
            Audience = "voltloop",
            NotBefore = DateTime.UtcNow.AddMinutes(-1),
            Expires = DateTime.UtcNow.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = "inspector", ["operator_id"] = "did:web:authority.example", ["voltloop_audiences"] = new[] { "authority", "legitimate-interest" } },
            SigningCredentials = new SigningCredentials(Key, "ES256"),
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public const string ClientId = "voltloop-browser";
    public const string ClientSecret = "a secret: with / signs";

    private readonly Dictionary<string, (string Challenge, string Nonce, string Callback)> _codes = new(StringComparer.Ordinal);

    /// <summary>Changes the next ID tokens before they are signed, or after.</summary>
    public Action<SecurityTokenDescriptor>? ChangeIdToken { get; set; }

    public Func<string, string>? ForgeIdToken { get; set; }

    // Whoever comes is logged in here already and agrees.
    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256" || !query["scope"].ToString().Split(' ').Contains("openid")) return Results.BadRequest();
        var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        _codes[code] = (query["code_challenge"].ToString(), query["nonce"].ToString(), query["redirect_uri"].ToString());
        return Results.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"].ToString())}&iss={Uri.EscapeDataString(Url)}");
    }

    private async Task<IResult> RedeemAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var basic = $"Basic {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{ClientId}:{Uri.EscapeDataString(ClientSecret)}"))}";
        var proof = Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        var isKnown = _codes.Remove(form["code"].ToString(), out var begun);
        var isGood = isKnown && request.Headers.Authorization == basic && form["grant_type"] == "authorization_code"
            && begun.Challenge == proof && begun.Callback == form["redirect_uri"];
        if (!isGood) return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        var token = Token(descriptor =>
        {
            descriptor.Audience = ClientId;
            descriptor.Claims["nonce"] = begun.Nonce;
            ChangeIdToken?.Invoke(descriptor);
        });
        return Results.Json(new { access_token = "opaque", token_type = "Bearer", id_token = ForgeIdToken?.Invoke(token) ?? token });
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static object Jwk(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(false).Q;
        return new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = key.KeyId, x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) };
    }
}
