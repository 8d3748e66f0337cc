using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Voltloop.Tests.EndToEnd.Api;

namespace Voltloop.Tests.EndToEnd.Access;

[Trait("Requirement", "18239-1")]
[Trait("Requirement", "LAW-11")]
public sealed class TokenTests : IAsyncLifetime
{
    private TestIssuer _issuer = null!;
    private House _house = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _house = await House.OpenAsync(new { Issuers = new[] { new { Issuer = _issuer.Url, Audience = "voltloop", Audiences = new[] { "authority" }, KeyRefreshSeconds = 0 } } });
        await _house.AddAccountAsync("keeper");
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_signed_token_reads_for_the_audiences_that_its_issuer_may_vouch_for()
    {
        using var client = _house.Client(_issuer.Token());
        var me = await client.JsonAsync("/api/v1/me");
        (me.Text("operator"), me.Text("authentication"), me.Text("name")).ShouldBe(("did:web:authority.example", "token", "inspector"));
        me.GetProperty("audiences").EnumerateArray().Select(a => a.GetString()).ShouldBe(["authority", "public"], "legitimate interest is not this issuer's to give");
        (await House.TermsAsync(client)).ShouldBe(["batteryCategory", "cathodeMaterial", "resultOfTestReport"], ignoreOrder: true);
    }

    [Fact]
    public async Task Keys_rotate_and_a_withdrawn_key_no_longer_opens()
    {
        var old = _issuer.Token();
        await StatusAsync(old, 200, null);
        _issuer.Rotate("key-2");
        await StatusAsync(_issuer.Token(), 200, null);
        await StatusAsync(old, 401, "token-signature");
    }

    [Fact]
    public async Task A_bad_token_is_refused_by_name()
    {
        var other = TestIssuer.NewKey("key-1");
        await StatusAsync(_issuer.Token(t => (t.NotBefore, t.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-1))), 401, "token-expired");
        await StatusAsync(_issuer.Token(t => (t.NotBefore, t.Expires) = (DateTime.UtcNow.AddHours(1), DateTime.UtcNow.AddHours(2))), 401, "token-not-yet-valid");
        await StatusAsync(_issuer.Token(t => t.Expires = null), 401, "bad-token");
        await StatusAsync(_issuer.Token(t => t.Audience = "elsewhere"), 401, "token-audience");
        await StatusAsync(_issuer.Token(t => t.Issuer = "https://issuer.example"), 401, "bad-token");
        await StatusAsync(_issuer.Token(t => t.SigningCredentials = new SigningCredentials(TestIssuer.NewKey("unknown"), "ES256")), 401, "token-signature");
        await StatusAsync(_issuer.Token(t => t.SigningCredentials = new SigningCredentials(other, "ES256")), 401, "token-signature");
        await StatusAsync(_issuer.Token(t => t.Claims.Remove("operator_id")), 401, "no-operator-id");
        await StatusAsync(_issuer.Token(t => t.Claims["operator_id"] = "did:web:localhost"), 401, "bad-token");
        await StatusAsync("not.a.token", 401, "bad-token");
        await StatusAsync("x", 401, "bad-token");
    }

    [Fact]
    public async Task The_algorithms_none_and_HMAC_with_the_public_key_are_refused()
    {
        await StatusAsync(Unsigned(_issuer.Token()), 401, "token-algorithm");
        var secret = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Convert.ToBase64String(_issuer.Key.ECDsa.ExportSubjectPublicKeyInfo()))) { KeyId = "key-1" };
        await StatusAsync(_issuer.Token(t => t.SigningCredentials = new SigningCredentials(secret, "HS256")), 401, "token-algorithm");
    }

    [Fact]
    public async Task Any_changed_character_of_the_payload_or_signature_is_found()
    {
        var token = _issuer.Token();
        var (dot, end) = (token.IndexOf('.', StringComparison.Ordinal) + 1, token.LastIndexOf('.'));
        foreach (var at in new[] { dot + 5, dot + 40, end - 3, end + 2, end + 40 })
        {
            var changed = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
            using var client = _house.Client(changed);
            using var answer = await client.GetAsync("/api/v1/me");
            ((int)answer.StatusCode).ShouldBe(401);
        }
    }

    [Fact]
    public async Task Tokens_of_the_keeper_or_with_a_role_of_their_own_making_get_no_power()
    {
        using var client = _house.Client(_issuer.Token(t => t.Claims["voltloop_roles"] = new[] { "keeper", "writer" }));
        var me = await client.JsonAsync("/api/v1/me");
        me.GetProperty("keeper").GetBoolean().ShouldBeFalse();
        using var answer = await client.GetAsync("/api/v1/access-log");
        await answer.ProblemAsync(404);
    }

    private async Task StatusAsync(string token, int status, string? code)
    {
        using var client = _house.Client(token);
        using var answer = await client.GetAsync("/api/v1/me");
        if (code is null) ((int)answer.StatusCode).ShouldBe(status, await answer.Content.ReadAsStringAsync());
        else (await answer.ProblemAsync(status)).Text("code").ShouldBe(code, token);
        if (status == 401) answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    private static string Unsigned(string token)
    {
        var header = Base64UrlEncoder.Encode(JsonSerializer.Serialize(new { alg = "none", typ = "JWT" }));
        return $"{header}.{token.Split('.')[1]}.";
    }
}
