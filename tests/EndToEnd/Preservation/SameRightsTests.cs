using System.Net;
using System.Net.Http.Json;
using Voltloop.Core.Identities;
using Voltloop.Record.Policies;
using Voltloop.Record.Terms;
using Voltloop.Tests.EndToEnd.Access;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Authenticity;

namespace Voltloop.Tests.EndToEnd.Preservation;

/// <summary>A back-up gives nobody more than the primary does, and itself only to whom the keeper grants it.</summary>
[Trait("Requirement", "18221-3")]
[Trait("Requirement", "LAW-10")]
public sealed class SameRightsTests : IDisposable
{
    private const string Provider = "did:web:backup.example";

    private static readonly string[] Audiences = ["legitimate-interest", "authority", "commission"];

    private readonly CommandLine.Voltloop _backup = new();

    private string Store => Path.Combine(_backup.Directory.FullName, "store");

    public void Dispose() => _backup.Dispose();

    [Fact]
    public async Task Only_a_grant_that_names_it_gives_the_record_away_and_only_while_it_lasts()
    {
        await using var house = await House.OpenAsync();
        await house.AddAccountAsync("mira");
        using var stranger = house.Client();
        (await StatusAsync(stranger, "/api/v1/replication/changes?after=0-0-0-0")).ShouldBe(401);
        using var provider = house.Client(await house.AddKeyAsync(Provider));
        using var writer = house.Client(await house.AddKeyAsync("did:web:maker.example", write: true, "authority"));
        foreach (var path in (string[])["node", "changes?after=0-0-0-0", $"documents/{House.ReportHash}"])
        {
            (await StatusAsync(provider, $"/api/v1/replication/{path}")).ShouldBe(403, path);
            (await StatusAsync(writer, $"/api/v1/replication/{path}")).ShouldBe(403, path);
        }

        using var refused = await provider.PostAsJsonAsync("/api/v1/replication/series", Array.Empty<object>());
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var rights = Rights(house);
        var everything = await rights.GrantAsync(new GrantRequest(ThingId.Parse(Provider), AccessRight.Administer), Vocabulary(house));
        (await StatusAsync(provider, "/api/v1/replication/node")).ShouldBe(403, "a grant of everything does not name replication");
        var grant = await rights.GrantAsync(Replication(), Vocabulary(house));
        (await StatusAsync(provider, "/api/v1/replication/node")).ShouldBe(200);
        await rights.RevokeAsync(grant.Id);
        await rights.RevokeAsync(everything.Id);
        (await StatusAsync(provider, "/api/v1/replication/changes?after=0-0-0-0")).ShouldBe(403);
    }

    [Fact]
    public async Task Every_audience_reads_the_same_at_the_backup_and_nobody_writes()
    {
        await using var house = await House.OpenAsync();
        await house.AddAccountAsync("mira");
        await Rights(house).GrantAsync(Replication(), Vocabulary(house));
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var audience in Audiences)
        {
            keys[audience] = await house.AddKeyAsync($"did:web:{audience}.example", write: false, audience);
        }

        keys["operator"] = await house.AddKeyAsync(write: true);
        await FollowAsync(house);
        await using var node = await Node.StartAsync(Store);
        foreach (var (audience, key) in keys)
        {
            using var there = house.Client(key);
            using var here = Client(node, key);
            (await House.TermsAsync(here)).ShouldBe(await House.TermsAsync(there), audience);
            (await StatusAsync(here, $"/api/v1/documents/{House.ReportHash}")).ShouldBe(await StatusAsync(there, $"/api/v1/documents/{House.ReportHash}"), audience);
        }

        using var operatorClient = Client(node, keys["operator"]);
        using var file = new ByteArrayContent("""{"format":"voltloop-passport","version":1,"things":[{"id":"https://example.com/x","kind":"cell","label":"X"}],"statements":[{"thing":"https://example.com/x","term":"serialNumber","value":"1"}]}"""u8.ToArray());
        using var refused = await operatorClient.PostAsync("/api/v1/imports?name=x.json", file);
        (await refused.ProblemAsync(409)).Text("code").ShouldBe("replica-read-only");
    }

    [Fact]
    public async Task A_backup_sends_strangers_away_until_the_operator_is_gone_and_then_shows_them_public_data_only()
    {
        await using var house = await House.OpenAsync();
        await house.AddAccountAsync("mira");
        await Rights(house).GrantAsync(Replication(), Vocabulary(house));
        await FollowAsync(house);
        await using var node = await Node.StartAsync(Store);
        using var stranger = Client(node, null);
        using var away = await stranger.GetAsync(House.ThingPath("/statements"));
        (await away.ProblemAsync(503)).Text("remedy").ShouldContain(house.Url);
        (await stranger.JsonAsync("/api/v1/preservation")).Text("role").ShouldBe("replica");
        using var changing = await stranger.PostAsJsonAsync("/api/v1/preservation/opening", new { because = "mine" });
        changing.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        // The operator says that it ceases; the back-up hears it and opens by itself.
        using var signedIn = await SignInAsync(house);
        using var ceased = await signedIn.PostAsJsonAsync("/api/v1/preservation/cessation", new { });
        ceased.StatusCode.ShouldBe(HttpStatusCode.NoContent, await ceased.Content.ReadAsStringAsync());
        for (var i = 0; i < 900 && await StatusAsync(stranger, House.ThingPath("/statements")) != 200; i++)
        {
            await Task.Delay(100);
        }

        (await House.TermsAsync(stranger)).ShouldBe(["batteryCategory"]);
        (await StatusAsync(stranger, $"/api/v1/documents/{House.ReportHash}")).ShouldBe(404);
        (await stranger.JsonAsync("/api/v1/preservation")).GetProperty("isOpen").GetBoolean().ShouldBeTrue();
    }

    private async Task FollowAsync(House house)
    {
        var followed = await _backup.RunAsync("follow", house.Url, "--key", await house.AddKeyAsync(Provider));
        followed.ExitCode.ShouldBe(0, followed.Errors);
        followed.Output.ShouldContain("The roots are equal.");
    }

    private static async Task<HttpClient> SignInAsync(House house)
    {
        var client = house.Client();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "mira", ["password"] = House.Password, ["__RequestVerificationToken"] = await TokenAsync(client),
        });
        using var answer = await client.PostAsync("/sign-in", form);
        return client;
    }

    private static async Task<string> TokenAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Accept.ParseAdd("text/html");
        using var page = await client.SendAsync(request);
        var html = await page.Content.ReadAsStringAsync();
        return System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
    }

    private static HttpClient Client(Node node, string? key)
    {
        var client = new HttpClient { BaseAddress = node.Url };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    private static async Task<int> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return (int)answer.StatusCode;
    }

    private static GrantRequest Replication() => new(ThingId.Parse(Provider), AccessRight.Read) { Terms = ["recordReplication"] };

    private static RightsDesk Rights(House house) => (RightsDesk)house.Services.GetService(typeof(RightsDesk))!;

    private static IVocabulary Vocabulary(House house) => (IVocabulary)house.Services.GetService(typeof(IVocabulary))!;
}
