using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Voltloop.Tests.EndToEnd.Api;

namespace Voltloop.Tests.EndToEnd.Access;

/// <summary>Rights that end: taken back, run out, or handed on by somebody who lost them.</summary>
public sealed class EmergencyTests
{
    private static readonly string Passport = "/api/v1/passports/" + Uri.EscapeDataString(House.Battery.Value);
    private static readonly string[] Public = ["batteryCategory"];

    [Fact]
    public async Task A_tag_from_before_the_revocation_opens_nothing()
    {
        await using var house = await House.OpenAsync();
        using var desk = house.Client();
        using var workshop = house.Client(await house.AddKeyAsync("did:web:workshop.example"));
        await GrantAsync(desk, new { grantee = "did:web:workshop.example", thing = House.Battery.Value });
        var (_, wide) = await TagAsync(workshop);
        (await StatusAsync(workshop, wide)).ShouldBe(HttpStatusCode.NotModified);
        (await desk.DeleteAsync("/api/v1/grants?grantee=did:web:workshop.example")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(workshop, wide)).ShouldBe(HttpStatusCode.OK, "304 would say that the old copy still counts");
        var (after, tag) = await TagAsync(workshop);
        after.ShouldNotContain("NMC-7Q");
        tag.ShouldNotBe(wide);
    }

    [Fact]
    public async Task No_shared_cache_may_keep_what_only_some_may_read()
    {
        await using var house = await House.OpenAsync();
        using var authority = house.Client(await house.AddKeyAsync("did:web:authority.example", false, "authority"));
        foreach (var path in new[] { Passport, House.ThingPath("/statements"), House.ThingPath("/history"), $"/api/v1/documents/{House.ReportHash}", "/v1/dpps/" + Uri.EscapeDataString(House.Battery.Value) })
        {
            using var answer = await authority.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            answer.Headers.CacheControl!.ToString().ShouldContain("private", customMessage: path);
            answer.Headers.CacheControl.NoCache.ShouldBeTrue(path);
            foreach (var header in new[] { "Authorization", "X-Api-Key", "Cookie" }) answer.Headers.Vary.ShouldContain(header, path);
        }
    }

    [Fact]
    public async Task A_revoked_key_is_told_nothing_about_what_it_holds_a_tag_of()
    {
        await using var house = await House.OpenAsync();
        using var desk = house.Client();
        using var authority = house.Client(await house.AddKeyAsync("did:web:authority.example", false, "authority"));
        var (_, tag) = await TagAsync(authority);
        var id = (await desk.JsonAsync("/api/v1/keys"))[0].Text("id");
        await desk.DeleteAsync("/api/v1/keys/" + id);
        (await StatusAsync(authority, tag)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_grant_ends_by_itself()
    {
        await using var house = await House.OpenAsync();
        using var desk = house.Client();
        using var workshop = house.Client(await house.AddKeyAsync("did:web:workshop.example"));
        // Asked once before, so that the first answers, which are slow, do not use up the time of the grant.
        (await House.TermsAsync(workshop)).ShouldBe(Public);
        _ = await TagAsync(workshop);
        var end = DateTimeOffset.UtcNow.AddSeconds(12);
        await GrantAsync(desk, new { grantee = "did:web:workshop.example", terms = new[] { "batteryStatus" }, to = end });
        (await House.TermsAsync(workshop)).ShouldContain("batteryStatus");
        var (_, tag) = await TagAsync(workshop);
        await Task.Delay(end - DateTimeOffset.UtcNow + TimeSpan.FromMilliseconds(50));
        (await House.TermsAsync(workshop)).ShouldBe(Public);
        (await StatusAsync(workshop, tag)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_got_a_right_from_somebody_loses_it_with_them()
    {
        await using var house = await House.OpenAsync();
        using var desk = house.Client();
        string[] names = ["did:web:a.example", "did:web:b.example", "did:web:c.example"];
        var clients = new List<HttpClient>();
        foreach (var name in names) clients.Add(house.Client(await house.AddKeyAsync(name, true)));
        await GrantAsync(desk, new { grantee = names[0], terms = new[] { "batteryStatus" }, thing = House.Battery.Value, @delegable = true });
        await GrantAsync(clients[0], new { grantee = names[1], terms = new[] { "batteryStatus" }, thing = House.Battery.Value, @delegable = true });
        await GrantAsync(clients[1], new { grantee = names[2], terms = new[] { "batteryStatus" }, thing = House.Battery.Value });
        foreach (var client in clients) (await House.TermsAsync(client)).ShouldBe(["batteryCategory", "batteryStatus"], ignoreOrder: true);
        using var wide = await clients[2].PostAsJsonAsync("/api/v1/grants", new { grantee = "did:web:d.example", terms = new[] { "batteryStatus" }, thing = House.Battery.Value });
        (await wide.ProblemAsync(403)).Text("code").ShouldBe("grant-too-wide");
        await desk.DeleteAsync("/api/v1/grants?grantee=" + names[0]);
        foreach (var client in clients) (await House.TermsAsync(client)).ShouldBe(Public);
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task Each_key_has_a_limit_of_its_own()
    {
        await using var house = await House.OpenAsync(new { ActorBurst = 5, ActorPerSecond = 1 });
        using var busy = house.Client(await house.AddKeyAsync("did:web:busy.example"));
        using var calm = house.Client(await house.AddKeyAsync("did:web:calm.example"));
        var codes = new List<int>();
        for (var i = 0; i < 20; i++)
        {
            using var answer = await busy.GetAsync("/api/v1/me");
            codes.Add((int)answer.StatusCode);
        }

        codes.ShouldContain(429);
        codes.Count(code => code == 200).ShouldBeInRange(5, 12);
        (await calm.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task GrantAsync(HttpClient client, object grant)
    {
        using var made = await client.PostAsJsonAsync("/api/v1/grants", grant);
        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
    }

    private static async Task<(string Body, EntityTagHeaderValue Tag)> TagAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(Passport);
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.ETag!);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Passport);
        request.Headers.IfNoneMatch.Add(tag);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
