using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Playwright;
using Voltloop.Record.Policies;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Access;

/// <summary>Browsers that sign in with an issuer: authorization code flow with PKCE against a real issuer on loopback.</summary>
public sealed class CodeFlowTests(Browser browser) : IAsyncLifetime
{
    private TestIssuer _issuer = null!;
    private House _house = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _house = await House.OpenAsync(new
        {
            Issuers = new[] { new { Issuer = _issuer.Url, Label = "the ministry", TestIssuer.ClientId, TestIssuer.ClientSecret, Audience = "voltloop", Audiences = new[] { "authority" }, KeyRefreshSeconds = 0 } },
        });
        await _house.AddAccountAsync("keeper");
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task In_a_browser_one_goes_to_the_organisation_and_comes_back_signed_in()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(_house.Url + "/sign-in?returnUrl=/account");
        await page.ClickAsync("text=Sign in with the ministry");
        await Assertions.Expect(page).ToHaveURLAsync(_house.Url + "/account");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("did:web:authority.example");
        await page.ClickAsync("form[action='/sign-out'] button");
        await Assertions.Expect(page.Locator(".topbar")).ToContainTextAsync("Sign in");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_visitor_acts_for_its_operator_and_reads_what_the_issuer_may_vouch_for()
    {
        using var client = _house.Client(follow: false);
        (await WalkAsync(client, returnUrl: "/account")).ShouldBe((302, "/account"));
        var me = await client.JsonAsync("/api/v1/me");
        (me.Text("operator"), me.Text("authentication"), me.Text("name")).ShouldBe(("did:web:authority.example", "issuer", "inspector"));
        me.GetProperty("audiences").EnumerateArray().Select(a => a.GetString()).ShouldBe(["authority", "public"]);
        (await House.TermsAsync(client)).ShouldBe(["batteryCategory", "cathodeMaterial", "resultOfTestReport"], ignoreOrder: true);
        using var key = await client.PostAsync("/api/v1/keys", new StringContent("{\"label\":\"for later\"}", Encoding.UTF8, "application/json"));
        (await key.ProblemAsync(403)).Text("code").ShouldBe("forbidden", "a key would outlive what the issuer says");
        var signedIn = _house.Record.AccessLog.Read(1, 100).Single(logged => logged.Entry.Action == "signed-in");
        (signedIn.Entry.Who, signedIn.Entry.Name, signedIn.Entry.What).ShouldBe(("did:web:authority.example", "inspector", "with " + _issuer.Url));
    }

    [Fact]
    public async Task The_keeper_signs_everybody_out_at_once()
    {
        using var client = _house.Client(follow: false);
        await WalkAsync(client);
        using var keeper = _house.Client();
        await keeper.SignInAsync("keeper", House.Password);
        using var refused = await client.DeleteAsync("/api/v1/sessions");
        (await refused.ProblemAsync(403)).Text("code").ShouldBe("forbidden");
        (await keeper.DeleteAsync("/api/v1/sessions")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.JsonAsync("/api/v1/me")).Text("authentication").ShouldBe("none");
        (await keeper.JsonAsync("/api/v1/me")).Text("authentication").ShouldBe("none");
    }

    [Fact]
    public async Task Keys_rotate_between_two_sign_ins()
    {
        using var client = _house.Client(follow: false);
        (await WalkAsync(client)).Status.ShouldBe(302);
        _issuer.Rotate("key-2");
        (await WalkAsync(client)).Status.ShouldBe(302);
    }

    [Fact]
    public async Task An_answer_counts_once_and_only_in_the_browser_that_began()
    {
        using var client = _house.Client(follow: false);
        var callback = await CallbackAsync(client);
        using var other = _house.Client(follow: false);
        (await FinishAsync(other, callback)).ShouldBe((401, "issuer-refused"), "a visitor is not sent through the sign-in of somebody else");
        (await FinishAsync(client, callback)).ShouldBe((401, "issuer-refused"), "that attempt used it up");
        var again = await CallbackAsync(client);
        (await FinishAsync(client, again)).Status.ShouldBe(302);
        (await FinishAsync(client, again)).ShouldBe((401, "issuer-refused"));
    }

    [Theory]
    [InlineData("state", "made-up")]
    [InlineData("state", null)]
    [InlineData("code", "made-up")]
    [InlineData("code", null)]
    [InlineData("iss", "https://other.example")]
    [InlineData("iss", null)]
    public async Task A_changed_answer_is_refused(string parameter, string? value)
    {
        using var client = _house.Client(follow: false);
        var callback = await CallbackAsync(client);
        (await FinishAsync(client, Changed(callback, parameter, value))).ShouldBe((401, "issuer-refused"));
        (await client.JsonAsync("/api/v1/me")).Text("authentication").ShouldBe("none");
    }

    [Fact]
    public async Task A_code_of_another_sign_in_fails_the_proof_key()
    {
        using var client = _house.Client(follow: false);
        using var thief = _house.Client(follow: false);
        var stolen = QueryHelpers.ParseQuery((await CallbackAsync(client)).Query)["code"].ToString();
        (await FinishAsync(thief, Changed(await CallbackAsync(thief), "code", stolen))).ShouldBe((401, "issuer-refused"));
    }

    [Fact]
    public async Task Whoever_cancels_at_the_issuer_is_told_so()
    {
        using var client = _house.Client(follow: false);
        var callback = Changed(Changed(await CallbackAsync(client), "code", null), "error", "access_denied");
        using var answer = await client.GetAsync(callback);
        (await answer.ProblemAsync(401)).Text("detail").ShouldBe("the ministry answered \"access_denied\".");
    }

    [Fact]
    public async Task A_bad_ID_token_is_refused_by_name()
    {
        await RefusedAsync("token-expired", t => (t.NotBefore, t.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-1)));
        await RefusedAsync("token-not-yet-valid", t => (t.NotBefore, t.Expires) = (DateTime.UtcNow.AddHours(1), DateTime.UtcNow.AddHours(2)));
        await RefusedAsync("bad-token", t => t.Expires = null);
        await RefusedAsync("token-audience", t => t.Audience = "voltloop");
        await RefusedAsync("token-audience", t => (t.Audience, t.Claims["aud"], t.Claims["azp"]) = (null, new[] { TestIssuer.ClientId, "other" }, "other"));
        await RefusedAsync("bad-token", t => t.Issuer = "https://issuer.example");
        await RefusedAsync("bad-token", t => t.Claims["nonce"] = "of another sign-in");
        await RefusedAsync("bad-token", t => t.Claims.Remove("nonce"));
        await RefusedAsync("no-operator-id", t => t.Claims.Remove("operator_id"));
        await RefusedAsync("no-operator-id", t => t.Claims["operator_id"] = "no identifier");
        await RefusedAsync("bad-token", t => t.Claims["operator_id"] = "did:web:localhost");
        await RefusedAsync("token-signature", t => t.SigningCredentials = new SigningCredentials(TestIssuer.NewKey("unknown"), "ES256"));
        await RefusedAsync("token-signature", t => t.SigningCredentials = new SigningCredentials(TestIssuer.NewKey("key-1"), "ES256"));
        var secret = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Convert.ToBase64String(_issuer.Key.ECDsa.ExportSubjectPublicKeyInfo()))) { KeyId = "key-1" };
        await RefusedAsync("token-algorithm", t => t.SigningCredentials = new SigningCredentials(secret, "HS256"));
        _issuer.ForgeIdToken = token => $"{Base64UrlEncoder.Encode("{\"alg\":\"none\",\"typ\":\"JWT\"}")}.{token.Split('.')[1]}.";
        await RefusedAsync("token-algorithm", _ => { });
        _issuer.ForgeIdToken = _ => "not a token";
        await RefusedAsync("bad-token", _ => { });
    }

    [Fact]
    public async Task Only_issuers_that_are_set_up_and_addresses_of_this_server_are_taken()
    {
        using var client = _house.Client(follow: false);
        using var unknown = await client.GetAsync("/sign-in/with?issuer=" + Uri.EscapeDataString("https://evil.example"));
        await unknown.ProblemAsync(404);
        (await WalkAsync(client, returnUrl: "//evil.example/x")).ShouldBe((302, "/"));
        (await WalkAsync(client, returnUrl: "https://evil.example/x")).ShouldBe((302, "/"));
    }

    private async Task RefusedAsync(string code, Action<SecurityTokenDescriptor> change)
    {
        _issuer.ChangeIdToken = change;
        using var client = _house.Client(follow: false);
        (await WalkAsync(client)).ShouldBe((401, code));
        (await client.JsonAsync("/api/v1/me")).Text("authentication").ShouldBe("none");
    }

    private async Task<(int Status, string? Where)> WalkAsync(HttpClient client, string returnUrl = "/") => await FinishAsync(client, await CallbackAsync(client, returnUrl));

    private async Task<Uri> CallbackAsync(HttpClient client, string returnUrl = "/")
    {
        using var begun = await client.GetAsync($"/sign-in/with?issuer={Uri.EscapeDataString(_issuer.Url)}&returnUrl={Uri.EscapeDataString(returnUrl)}");
        begun.StatusCode.ShouldBe(HttpStatusCode.Redirect, await begun.Content.ReadAsStringAsync());
        begun.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase) && cookie.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase));
        using var agreed = await client.GetAsync(begun.Headers.Location);
        agreed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return agreed.Headers.Location!;
    }

    private static async Task<(int Status, string? Where)> FinishAsync(HttpClient client, Uri callback)
    {
        using var answer = await client.GetAsync(callback);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? (302, answer.Headers.Location!.OriginalString)
            : ((int)answer.StatusCode, (await answer.ProblemAsync((int)answer.StatusCode)).Text("code"));
    }

    private static Uri Changed(Uri address, string parameter, string? value)
    {
        var query = QueryHelpers.ParseQuery(address.Query).ToDictionary(p => p.Key, p => (string?)p.Value.ToString());
        query.Remove(parameter);
        if (value is not null) query[parameter] = value;
        return new Uri(QueryHelpers.AddQueryString(address.GetLeftPart(UriPartial.Path), query));
    }
}
