using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Voltloop.Record.Policies;
using Voltloop.Tests.EndToEnd.Api;

namespace Voltloop.Tests.EndToEnd.Access;

/// <summary>Who gets in by which door, over HTTP.</summary>
public sealed class DoorTests
{
    private static readonly string[] Public = ["batteryCategory"];
    private static readonly string[] Everything = ["batteryCategory", "batteryStatus", "cathodeMaterial", "resultOfTestReport"];

    [Fact]
    public async Task At_the_desk_nobody_signs_in_and_the_switch_shows_what_others_see()
    {
        await using var house = await House.OpenAsync();
        using var client = house.Client();
        (await client.JsonAsync("/api/v1/me")).Text("authentication").ShouldBe("desk");
        (await House.TermsAsync(client)).ShouldBe(Everything, ignoreOrder: true);
        (await House.TermsAsync(client, "?audience=public")).ShouldBe(Public);
        (await House.TermsAsync(client, "?audience=legitimate-interest")).ShouldBe(["batteryCategory", "cathodeMaterial", "batteryStatus"], ignoreOrder: true);
        (await House.TermsAsync(client, "?audience=authority")).ShouldBe(["batteryCategory", "cathodeMaterial", "resultOfTestReport"], ignoreOrder: true);
        using var refused = await client.PostAsJsonAsync("/api/v1/grants?audience=authority", new { grantee = "did:web:x.example" });
        (await refused.ProblemAsync(403)).Text("code").ShouldBe("forbidden");
        var page = await client.GetStringAsync("/");
        page.ShouldContain("You are the local operator");
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task A_rebound_name_or_a_proxy_does_not_reach_the_desk(string header, string value)
    {
        await using var house = await House.OpenAsync();
        using var client = house.Client();
        client.DefaultRequestHeaders.Add(header, value);
        (await client.JsonAsync("/api/v1/me")).Text("authentication").ShouldBe("none");
        (await House.TermsAsync(client)).ShouldBe(Public);
    }

    [Fact]
    public async Task A_form_from_a_foreign_page_is_sent_by_nobody()
    {
        await using var house = await House.OpenAsync();
        using var client = house.Client();
        client.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        using var answer = await client.PostAsync("/api/v1/imports", new StringContent("a,b"));
        (await answer.ProblemAsync(401)).Text("code").ShouldBe("sign-in-required");
    }

    [Fact]
    [Trait("Requirement", "18239-2")]
    [Trait("Requirement", "LAW-11")]
    public async Task Without_desk_and_accounts_only_public_data_is_served_and_nothing_is_written()
    {
        await using var house = await House.OpenAsync(new { Desk = false });
        using var client = house.Client();
        (await House.TermsAsync(client)).ShouldBe(Public);
        foreach (var audience in new[] { "operator", "authority" })
        {
            using var narrowed = await client.GetAsync(House.ThingPath("/statements?audience=" + audience));
            (await narrowed.ProblemAsync(403)).Text("code").ShouldBe("audience-not-open");
        }

        using var unknown = await client.GetAsync("/api/v1/me?audience=nobody");
        await unknown.ProblemAsync(400);
        foreach (var (method, path) in Changes)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
            using var answer = await client.SendAsync(request);
            (await answer.ProblemAsync(401)).Text("code").ShouldBe("sign-in-required", path);
        }
    }

    public static readonly (string Method, string Path)[] Changes =
    [
        ("POST", "/api/v1/imports"), ("POST", "/api/v1/imports?preview=true"), ("POST", "/api/v1/keys"), ("DELETE", "/api/v1/keys/x"),
        ("POST", "/api/v1/grants"), ("DELETE", "/api/v1/grants/x"), ("DELETE", "/api/v1/grants?grantee=x"), ("POST", "/api/v1/hand-overs"),
    ];

    [Fact]
    [Trait("Requirement", "18221-2")]
    [Trait("Requirement", "18221-4")]
    public async Task Forbidden_and_absent_look_the_same_by_history_document_search_and_series()
    {
        await using var house = await House.OpenAsync(new { Desk = false });
        using var client = house.Client();
        var history = await client.GetStringAsync(House.ThingPath("/history"));
        foreach (var secret in new[] { "NMC", "original", House.ReportHash, "cathodeMaterial", "HIDDEN-ALIAS" }) history.ShouldNotContain(secret);
        (await client.GetStringAsync(House.ThingPath("/history?term=cathodeMaterial"))).ShouldBe(await client.GetStringAsync(House.ThingPath("/history?term=anodeMaterial")));
        (await client.JsonAsync("/api/v1/things?text=HIDDEN")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await client.JsonAsync("/api/v1/things?text=NMC")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await client.GetStringAsync("/search?q=HIDDEN-ALIAS")).ShouldNotContain("Access one");
        var (forbidden, absent) = (await BodyAsync(client, $"/api/v1/documents/{House.ReportHash}"), await BodyAsync(client, $"/api/v1/documents/{new string('0', 64)}"));
        forbidden.Replace(House.ReportHash, new string('0', 64), StringComparison.Ordinal).ShouldBe(absent);
        foreach (var path in new[] { "/", "/search?q=ACCESS-1", "/things/" + Uri.EscapeDataString(House.Battery.Value), "/about", "/access" })
        {
            var page = await client.GetStringAsync(path);
            foreach (var secret in new[] { "NMC", House.ReportHash, "HIDDEN-ALIAS" }) page.ShouldNotContain(secret, customMessage: path);
        }
    }

    [Fact]
    [Trait("Requirement", "18239-1")]
    public async Task A_key_reads_for_its_audience_until_it_is_revoked_or_expires()
    {
        await using var house = await House.OpenAsync();
        var key = await house.AddKeyAsync("did:web:authority.example", false, "authority");
        key.ShouldStartWith("vl_");
        using var client = house.Client(key);
        (await House.TermsAsync(client)).ShouldBe(["batteryCategory", "cathodeMaterial", "resultOfTestReport"], ignoreOrder: true);
        (await client.GetByteArrayAsync($"/api/v1/documents/{House.ReportHash}")).ShouldBe(House.Report);
        (await House.TermsAsync(client, "?audience=public")).ShouldBe(Public, "who belongs to an audience may look with the eyes of everyone");
        (await House.TermsAsync(client, "?audience=authority")).Length.ShouldBe(3);
        using var wider = await client.GetAsync("/api/v1/me?audience=legitimate-interest");
        (await wider.ProblemAsync(403)).Text("code").ShouldBe("audience-not-open");
        (await client.JsonAsync("/api/v1/passports/" + Uri.EscapeDataString(House.Battery.Value))).Text("audience").ShouldBe("authority");
        using var other = house.Client();
        other.DefaultRequestHeaders.Add("X-Api-Key", key);
        (await House.TermsAsync(other)).Length.ShouldBe(3);

        using var desk = house.Client();
        var id = (await desk.JsonAsync("/api/v1/keys"))[0].Text("id");
        (await desk.GetStringAsync("/api/v1/keys")).ShouldNotContain(key[3..]);
        (await desk.DeleteAsync($"/api/v1/keys/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var refused = await client.GetAsync("/api/v1/me");
        (await refused.ProblemAsync(401)).Text("code").ShouldBe("bad-key");
        (await File.ReadAllBytesAsync(house.Record.FilePath)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(key[3..])).ShouldBe(-1, "only the hash is kept");
    }

    [Fact]
    public async Task Telemetry_is_taken_with_a_key_that_may_write_and_from_nobody_else()
    {
        await using var house = await House.OpenAsync();
        var (reader, writer) = (await house.AddKeyAsync("did:web:driver.example", false, "authority"), await house.AddKeyAsync(null, true));
        using var terminal = new CommandLine.Voltloop();
        var file = terminal.File("message.csv", $"# asset={House.Battery.Value};source=gateway;sequence=1\n1735689600,3.7,-5,25\n1735689601,3.7,-5,25\n");
        await house.AddAccountAsync("owner", ActorRoles.Keeper);
        foreach (var (key, code) in new[] { ((string?)null, "sign-in-required"), (reader, "forbidden"), ("vl_wrong", "bad-key") })
        {
            using var client = house.Client(key);
            using var answer = await client.PostAsync("/api/v1/telemetry", new StringContent(await File.ReadAllTextAsync(file)));
            ((int)answer.StatusCode).ShouldBeInRange(401, 403);
            (await answer.ProblemAsync((int)answer.StatusCode)).Text("code").ShouldBe(code);
        }

        (await terminal.RunAsync("telemetry", "send", file, "--url", house.Url, "--key", reader)).ExitCode.ShouldNotBe(0);
        var sent = await terminal.RunAsync("telemetry", "send", file, "--url", house.Url, "--key", writer, "--json");
        sent.ExitCode.ShouldBe(0, sent.Errors);
        sent.Json.GetProperty("samples").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_key_holds_no_more_than_whoever_makes_it()
    {
        await using var house = await House.OpenAsync();
        var reader = await house.AddKeyAsync("did:web:driver.example", false, "legitimate-interest");
        using var client = house.Client(reader);
        foreach (object wide in new object[] { new { label = "x", audiences = new[] { "authority" } }, new { label = "x", write = true }, new { label = "x", @operator = "did:web:localhost" } })
        {
            using var answer = await client.PostAsJsonAsync("/api/v1/keys", wide);
            (await answer.ProblemAsync(403)).Text("code").ShouldBe("forbidden");
        }

        using var import = await client.PostAsync("/api/v1/imports", new StringContent("a"));
        (await import.ProblemAsync(403)).Text("code").ShouldBe("forbidden");
    }

    [Fact]
    [Trait("Requirement", "18239-6")]
    public async Task A_grant_opens_and_its_revocation_closes_for_the_very_next_question()
    {
        await using var house = await House.OpenAsync();
        using var desk = house.Client();
        using var workshop = house.Client(await house.AddKeyAsync("did:web:workshop.example"));
        (await House.TermsAsync(workshop)).ShouldBe(Public);
        using var made = await desk.PostAsJsonAsync("/api/v1/grants", new { grantee = "did:web:workshop.example", terms = new[] { "batteryStatus" }, thing = House.Battery.Value });
        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        (await House.TermsAsync(workshop)).ShouldBe(["batteryCategory", "batteryStatus"], ignoreOrder: true);
        var watch = Stopwatch.StartNew();
        (await desk.DeleteAsync("/api/v1/grants?grantee=did:web:workshop.example")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await House.TermsAsync(workshop)).ShouldBe(Public);
        TestContext.Current.TestOutputHelper!.WriteLine($"revoked and refused after {watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task An_account_signs_in_and_out_and_locks_after_wrong_passwords()
    {
        await using var house = await House.OpenAsync(new { MaxFailures = 3 });
        await house.AddAccountAsync("Mira");
        using var client = house.Client();
        (await House.TermsAsync(client)).ShouldBe(Public, "with the first account the desk is closed");
        (await client.SignInAsync("mira", House.Password)).ShouldBe("/");
        (await client.JsonAsync("/api/v1/me")).Text("authentication").ShouldBe("account");
        (await House.TermsAsync(client)).ShouldBe(Everything, ignoreOrder: true);
        await client.PostFormAsync("/account", "/sign-out", []);
        (await House.TermsAsync(client)).ShouldBe(Public);

        using var guesser = house.Client();
        for (var i = 0; i < 3; i++) (await guesser.SignInAsync("mira", "wrong password " + i)).ShouldStartWith("/sign-in?problem=sign-in-failed");
        (await guesser.SignInAsync("mira", House.Password)).ShouldStartWith("/sign-in?problem=locked-out");
        (await guesser.SignInAsync("nobody", House.Password)).ShouldStartWith("/sign-in?problem=sign-in-failed");
        (await guesser.SignInAsync("mira", "x", "//evil.example")).ShouldNotContain("evil");
    }

    [Fact]
    public async Task A_shut_account_is_out_at_once_with_its_keys()
    {
        await using var house = await House.OpenAsync();
        await house.AddAccountAsync("mira");
        using var client = house.Client();
        await client.SignInAsync("mira", House.Password);
        var key = (await (await client.PostAsJsonAsync("/api/v1/keys", new { label = "mine" })).Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).Text("key");
        using var program = house.Client(key);
        (await House.TermsAsync(program)).ShouldBe(Everything, ignoreOrder: true);
        await ((Voltloop.Web.Access.AccountDesk)house.Services.GetService(typeof(Voltloop.Web.Access.AccountDesk))!).DisableAsync("mira");
        (await House.TermsAsync(client)).ShouldBe(Public);
        using var refused = await program.GetAsync("/api/v1/me");
        await refused.ProblemAsync(401);
    }

    [Fact]
    [Trait("Requirement", "18239-4")]
    [Trait("Requirement", "18239-5")]
    public async Task The_log_names_readers_of_controlled_data_and_keeps_nothing_of_public_reads()
    {
        await using var house = await House.OpenAsync();
        var key = await house.AddKeyAsync("did:web:authority.example", false, "authority");
        var before = house.Record.AccessLog.Head.Number;
        using var anonymous = house.Client();
        anonymous.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        for (var i = 0; i < 5; i++) await House.TermsAsync(anonymous);
        using var authority = house.Client(key);
        await House.TermsAsync(authority);
        for (var i = 0; i < 3000 && house.Record.AccessLog.Head.Number == before; i++) await Task.Delay(20);
        var entry = house.Record.AccessLog.Read(before + 1, 10).ShouldHaveSingleItem().Entry;
        (entry.Who, entry.Action).ShouldBe(("did:web:authority.example", "read"));
        entry.What.ShouldContain("cathodeMaterial resultOfTestReport");
        using var desk = house.Client();
        var log = await desk.JsonAsync("/api/v1/access-log?limit=1000");
        (log.TryGetProperty("firstBroken", out var broken) && broken.ValueKind != System.Text.Json.JsonValueKind.Null).ShouldBeFalse();
        var bytes = await File.ReadAllBytesAsync(house.Record.FilePath + "-wal");
        bytes.AsSpan().IndexOf("203.0.113.7"u8).ShouldBe(-1);
    }

    [Fact]
    [Trait("Requirement", "18239-5")]
    [Trait("Requirement", "18246-4")]
    public async Task Too_many_requests_are_told_when_to_come_back_and_others_are_not_held_up()
    {
        await using var house = await House.OpenAsync(new { Desk = false, AnonymousBurst = 5, AnonymousPerSecond = 1 });
        using var client = house.Client();
        var codes = new List<int>();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 12; i++)
        {
            using var answer = await client.GetAsync("/api/v1/me");
            codes.Add((int)answer.StatusCode);
            if (codes[^1] == 429) answer.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
            if (codes[^1] == 429) (await answer.ProblemAsync(429)).Text("code").ShouldBe("too-many-requests");
        }

        codes.Count(c => c == 200).ShouldBeInRange(5, 6 + (int)watch.Elapsed.TotalSeconds, "five at once, then one a second");
        using var known = house.Client(await house.AddKeyAsync("did:web:authority.example"));
        (await known.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Requirement", "18239-5")]
    public async Task Guessing_keys_uses_up_the_guessers_own_bucket()
    {
        await using var house = await House.OpenAsync(new { Desk = false, AnonymousBurst = 5, AnonymousPerSecond = 1 });
        var codes = new List<int>();
        for (var i = 0; i < 10 || (!codes.Contains(429) && i < 200); i++)
        {
            using var client = house.Client("vl_guess" + i);
            using var answer = await client.GetAsync("/api/v1/me");
            codes.Add((int)answer.StatusCode);
        }

        codes.ShouldContain(401);
        codes.ShouldContain(429);
    }

    private static async Task<string> BodyAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {string.Join(' ', answer.Headers.Select(h => h.Key))} {await answer.Content.ReadAsStringAsync()}";
    }
}
