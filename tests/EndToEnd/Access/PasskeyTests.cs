using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Access;

public sealed class PasskeyTests(Browser browser) : IAsyncLifetime
{
    private House _house = null!;
    private HttpClient _mira = null!;
    private SoftAuthenticator _device = null!;

    // A number is no domain, so passkeys are tried under the name.
    private string Url => _house.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        _house = await House.OpenAsync();
        await _house.AddAccountAsync("mira");
        _mira = Client();
        await _mira.SignInAsync("mira", House.Password);
        _device = new SoftAuthenticator(Url);
    }

    public async ValueTask DisposeAsync()
    {
        _device.Dispose();
        _mira.Dispose();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task In_a_browser_one_adds_it_signs_in_with_it_and_revokes_it()
    {
        var page = await browser.OpenAsync();
        var watched = new Watched(page, Url);
        await AttachAuthenticatorAsync(page);
        await page.GotoAsync(Url + "/sign-in?returnUrl=/account");
        await page.FillAsync("#name", "mira");
        await page.FillAsync("#password", House.Password);
        await AnsweredAsync(page, "form[action='/sign-in'] button", "/sign-in");
        await page.GotoAsync(Url + "/account");
        await page.FillAsync("#passkey-label", "Blue phone");
        await page.ClickAsync("vl-passkey button");
        await Assertions.Expect(page.Locator("#passkeys table")).ToContainTextAsync("Blue phone");
        await AnsweredAsync(page, "form[action='/sign-out'] button", "/sign-out");
        await page.GotoAsync(Url + "/sign-in?returnUrl=%2Faccount");
        await SignInAsync(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("mira");
        watched.Complaints.ShouldBeEmpty();

        await page.ClickAsync("#passkeys button:has-text('Revoke')");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Sign in first");
        await page.GotoAsync(Url + "/sign-in");
        await page.ClickAsync("vl-passkey button");
        await Assertions.Expect(page.Locator("vl-passkey [role=status]")).ToContainTextAsync("not valid here, or the passkey was revoked");
        await page.Context.CloseAsync();
    }

    // A browser whose page has lost the focus to another window does not ask the device; people click again then.
    private async Task SignInAsync(IPage page)
    {
        const int Attempts = 3;
        for (var attempt = 1; ; attempt++)
        {
            await page.ClickAsync("vl-passkey button");
            try
            {
                await Assertions.Expect(page).ToHaveURLAsync(Url + "/account");
                return;
            }
            catch (PlaywrightException) when (attempt < Attempts && page.Url.Contains("/sign-in", StringComparison.Ordinal))
            {
                TestContext.Current.SendDiagnosticMessage("attempt {0}: {1}", attempt, await page.Locator("vl-passkey [role=status]").TextContentAsync() ?? "");
                await page.BringToFrontAsync();
            }
        }
    }

    // Going on before a form is answered would cut off the answer, and with it the cookie.
    private static Task AnsweredAsync(IPage page, string button, string path) => page.RunAndWaitForResponseAsync(
        () => page.ClickAsync(button), response => response.Request.Method == "POST" && response.Url.EndsWith(path, StringComparison.Ordinal));

    [Fact]
    public async Task A_registered_key_signs_in_and_its_uses_are_noted()
    {
        await RegisterAsync();
        using var client = Client();
        (await SignInAsync(client)).ShouldBe(204);
        (await client.JsonAsync("/api/v1/me")).Text("name").ShouldBe("mira");
        var listed = (await client.JsonAsync("/api/v1/passkeys"))[0];
        (listed.Text("id"), listed.Text("label")).ShouldBe((_device.Id, "soft"));
        listed.GetProperty("usedAt").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task An_answer_to_another_challenge_is_refused()
    {
        await RegisterAsync();
        using var client = Client();
        var (mine, other) = (await BeginAsync(client), await BeginAsync(client));
        (await FinishAsync(client, mine.Text("ceremony"), _device.Get(other.GetProperty("options")))).ShouldBe(401);
        var forged = JsonSerializer.SerializeToElement(new { challenge = Convert.ToBase64String(new byte[32]).TrimEnd('=') });
        (await FinishAsync(client, (await BeginAsync(client)).Text("ceremony"), _device.Get(forged))).ShouldBe(401);
        (await FinishAsync(client, "no such ceremony", _device.Get(other.GetProperty("options")))).ShouldBe(401);
    }

    [Fact]
    public async Task An_answer_counts_once()
    {
        await RegisterAsync();
        using var client = Client();
        var begun = await BeginAsync(client);
        var answer = _device.Get(begun.GetProperty("options"));
        (await FinishAsync(client, begun.Text("ceremony"), answer)).ShouldBe(204);
        using var thief = Client();
        (await FinishAsync(thief, begun.Text("ceremony"), answer)).ShouldBe(401);
        (await FinishAsync(thief, (await BeginAsync(thief)).Text("ceremony"), answer)).ShouldBe(401);
    }

    [Theory]
    [InlineData("https://evil.example", null)]
    [InlineData("http://localhost:1", null)]
    [InlineData(null, "evil.example")]
    public async Task An_answer_for_another_origin_or_domain_is_refused(string? origin, string? domain)
    {
        await RegisterAsync();
        (_device.Origin, _device.Domain) = (origin ?? _device.Origin, domain ?? _device.Domain);
        using var client = Client();
        (await SignInAsync(client)).ShouldBe(401);
        using var phished = Client(origin ?? Url);
        (await SignInAsync(phished)).ShouldBe(401);
    }

    [Fact]
    public async Task A_counter_that_goes_backwards_is_refused()
    {
        await RegisterAsync();
        _device.Counter = 41;
        using var client = Client();
        (await SignInAsync(client)).ShouldBe(204);
        foreach (uint clone in new[] { 0u, 40u, 41u })
        {
            _device.Counter = clone;
            (await SignInAsync(client)).ShouldBe(401, $"after 42 the counter said {clone + 1}");
        }

        _device.Counter = 42;
        (await SignInAsync(client)).ShouldBe(204);
    }

    [Fact]
    public async Task A_revoked_key_is_out_at_once_with_the_sessions_it_began()
    {
        await RegisterAsync();
        using var thief = Client();
        (await SignInAsync(thief)).ShouldBe(204);
        using var revoked = await _mira.DeleteAsync("/api/v1/passkeys/" + _device.Id);
        ((int)revoked.StatusCode).ShouldBe(204);
        (await thief.JsonAsync("/api/v1/me")).Text("authentication").ShouldBe("none");
        (await SignInAsync(thief)).ShouldBe(401);
        (await _mira.JsonAsync("/api/v1/me")).Text("name").ShouldBe("mira", "the session of the password goes on");
    }

    [Fact]
    public async Task At_the_command_line_beside_the_server_a_key_and_all_sessions_end_at_once()
    {
        await RegisterAsync();
        using var thief = Client();
        (await SignInAsync(thief)).ShouldBe(204);
        (await RunAsync("account", "passkeys", "mira")).ShouldContain(_device.Id + "  soft");
        await RunAsync("account", "revoke-passkey", "mira", _device.Id);
        (await thief.JsonAsync("/api/v1/me")).Text("authentication").ShouldBe("none");
        (await _mira.JsonAsync("/api/v1/me")).Text("authentication").ShouldBe("account");
        await RunAsync("account", "sign-out", "mira");
        (await _mira.JsonAsync("/api/v1/me")).Text("authentication").ShouldBe("none");
    }

    [Fact]
    public async Task A_key_of_somebody_else_or_of_a_shut_account_is_refused()
    {
        await RegisterAsync();
        await _house.AddAccountAsync("otto");
        using var otto = Client();
        await otto.SignInAsync("otto", House.Password);
        (await AddAsync(otto, _device)).ShouldBe(401, "a credential belongs to one account");
        using var foreign = await otto.DeleteAsync("/api/v1/passkeys/" + _device.Id);
        ((int)foreign.StatusCode).ShouldBe(404);
        using var stolen = new SoftAuthenticator(Url) { UserHandle = _device.UserHandle };
        using var client = Client();
        var begun = await BeginAsync(client);
        (await FinishAsync(client, begun.Text("ceremony"), stolen.Get(begun.GetProperty("options")))).ShouldBe(401);
        await ((Voltloop.Web.Access.AccountDesk)_house.Services.GetService(typeof(Voltloop.Web.Access.AccountDesk))!).DisableAsync("mira");
        (await SignInAsync(client)).ShouldBe(401);
    }

    [Fact]
    public async Task Nobody_begins_to_register_for_another_and_nobody_without_an_account()
    {
        using var stranger = Client();
        using var anonymous = await stranger.PostAsJsonAsync("/api/v1/passkeys/options", new { });
        (await anonymous.ProblemAsync(401)).Text("code").ShouldBe("sign-in-required");
        using var program = _house.Client(await _house.AddKeyAsync("did:web:robot.example", true));
        using var key = await program.PostAsJsonAsync("/api/v1/passkeys/options", new { });
        (await key.ProblemAsync(403)).Text("code").ShouldBe("forbidden");
        var begun = await PostAsync(_mira, "/api/v1/passkeys/options", new { });
        await _house.AddAccountAsync("otto");
        using var otto = Client();
        await otto.SignInAsync("otto", House.Password);
        using var taken = await otto.PostAsJsonAsync("/api/v1/passkeys", new { ceremony = begun.Text("ceremony"), credential = _device.Create(begun.GetProperty("options")) });
        (await taken.ProblemAsync(401)).Text("code").ShouldBe("passkey-refused");
    }

    [Fact]
    public async Task A_broken_answer_has_a_name_and_does_no_harm()
    {
        await RegisterAsync();
        using var client = Client();
        foreach (var credential in new JsonNode?[] { null, 7, new JsonObject(), new JsonObject { ["id"] = "x", ["type"] = "public-key", ["response"] = new JsonObject() }, new JsonArray() })
        {
            (await FinishAsync(client, (await BeginAsync(client)).Text("ceremony"), credential)).ShouldBeOneOf(400, 401);
        }

        using var long_ = await client.PostAsync("/api/v1/sign-in", new StringContent("{\"ceremony\":\"" + new string('x', 100_000) + "\"}", Encoding.UTF8, "application/json"));
        ((int)long_.StatusCode).ShouldBeOneOf(400, 401);
        (await SignInAsync(client)).ShouldBe(204);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var process = CommandLine.Voltloop.Start([.. arguments, "--data", _house.Folder]);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(timeout.Token);
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }

    private static async Task AttachAuthenticatorAsync(IPage page)
    {
        var debugger = await page.Context.NewCDPSessionAsync(page);
        await debugger.SendAsync("WebAuthn.enable");
        await debugger.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private HttpClient Client(string? origin = null)
    {
        var client = new HttpClient { BaseAddress = new Uri(Url) };
        client.DefaultRequestHeaders.Add("Origin", origin ?? Url);
        return client;
    }

    private async Task RegisterAsync() => (await AddAsync(_mira, _device)).ShouldBe(201);

    private static async Task<int> AddAsync(HttpClient client, SoftAuthenticator device)
    {
        var begun = await PostAsync(client, "/api/v1/passkeys/options", new { });
        using var answer = await client.PostAsJsonAsync("/api/v1/passkeys", new { ceremony = begun.Text("ceremony"), credential = device.Create(begun.GetProperty("options")), label = "soft" });
        return (int)answer.StatusCode;
    }

    private async Task<int> SignInAsync(HttpClient client)
    {
        var begun = await BeginAsync(client);
        return await FinishAsync(client, begun.Text("ceremony"), _device.Get(begun.GetProperty("options")));
    }

    private static Task<JsonElement> BeginAsync(HttpClient client) => PostAsync(client, "/api/v1/sign-in/options", new { });

    private static async Task<int> FinishAsync(HttpClient client, string ceremony, JsonNode? credential)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/sign-in", new { ceremony, credential });
        if ((int)answer.StatusCode == 401) (await answer.ProblemAsync(401)).Text("code").ShouldBe("passkey-refused");
        return (int)answer.StatusCode;
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        ((int)answer.StatusCode).ShouldBe(200, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
