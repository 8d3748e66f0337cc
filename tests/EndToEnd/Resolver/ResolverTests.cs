using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Identities;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Resolver;

/// <summary>The criteria of the GS1-Conformant Resolver standard 1.2 that apply without compressed links, over the real server.</summary>
public sealed class ResolverTests : IAsyncLifetime
{
    private const string Path = "/01/09521234500018/21/TBSI-B1T25";
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private readonly RunningHouse _house;
    private readonly Workshop _workshop;
    private readonly HttpClient _client;

    public ResolverTests(RunningHouse house, Workshop workshop)
    {
        (_house, _workshop) = (house, workshop);
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(house.Url) };
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(Browser)]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("image/png")]
    [Trait("Requirement", "LAW-03")]
    public async Task By_default_a_scanner_gets_the_page(string? accept)
    {
        using var answer = await AskAsync(HttpMethod.Get, Path, accept);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("TBSI-B1T25");
    }

    [Theory]
    [InlineData("?linkType=linkset", null)]
    [InlineData("?linkType=all", null)]
    [InlineData("", "application/linkset+json")]
    [InlineData("", "application/linkset+json;q=0.9,text/html;q=0.1")]
    public async Task A_link_set_comes_when_it_is_asked_for(string query, string? accept)
    {
        using var answer = await AskAsync(HttpMethod.Get, Path + query, accept);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/linkset+json");
        var set = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("linkset");
        set.GetArrayLength().ShouldBe(2);
        set[0].Text("anchor").ShouldBe(_house.Url + Path);
        set[1].Text("anchor").ShouldBe(_house.Url + "/01/09521234500018");
        set[0].GetProperty("https://ref.gs1.org/voc/defaultLink").GetArrayLength().ShouldBe(1);
        set[0].GetProperty("https://ref.gs1.org/voc/pip").EnumerateArray().Select(link => link.GetProperty("hreflang")[0].GetString()).ShouldBe(["en", "de", "fr", "sv"]);
    }

    [Fact]
    public async Task Every_link_of_the_set_leads_somewhere()
    {
        var set = JsonDocument.Parse(await _client.GetStringAsync(Path + "?linkType=linkset")).RootElement.GetProperty("linkset");
        var links = set.EnumerateArray().SelectMany(context => context.EnumerateObject()).Where(member => member.Value.ValueKind == JsonValueKind.Array)
            .SelectMany(member => member.Value.EnumerateArray()).ToList();
        links.Count.ShouldBe(20);
        foreach (var link in links)
        {
            using var answer = await AskAsync(HttpMethod.Get, link.Text("href"), link.Text("type"));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, link.Text("href"));
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(link.Text("type"));
        }
    }

    [Theory]
    [InlineData("gs1:pip", Browser, "de", "?lang=de&")]
    [InlineData("https://ref.gs1.org/voc/pip", Browser, "sv", "?lang=sv&")]
    [InlineData("https://gs1.org/voc/dpp", "application/json", "en", "/api/v1/passports/")]
    [InlineData("gs1:dpp", Browser, "fr", "?lang=fr&")]
    public async Task A_link_type_redirects_and_passes_the_query_on(string type, string accept, string language, string target)
    {
        using var answer = await AskAsync(HttpMethod.Get, $"{Path}?linkType={Uri.EscapeDataString(type)}&17=270218&note=a%26b", accept, language);
        answer.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
        var location = answer.Headers.Location!.OriginalString;
        location.ShouldContain(target);
        location.ShouldContain("17=270218");
        location.ShouldContain("note=a%26b");
        location.ShouldNotContain("linkType");
        using var followed = await AskAsync(HttpMethod.Get, location, accept);
        followed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_wants_json_is_sent_to_the_passport_as_json()
    {
        using var answer = await AskAsync(HttpMethod.Get, Path, "application/json");
        answer.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
        (await _client.JsonAsync(answer.Headers.Location!.OriginalString)).Text("id").ShouldBe("https://id.gs1.org" + Path);
    }

    [Fact]
    public async Task A_link_type_that_is_not_there_is_not_found_and_says_what_is()
    {
        using var answer = await AskAsync(HttpMethod.Get, Path + "?linkType=gs1:recipeInfo", null);
        (await answer.ProblemAsync(404)).GetRawText().ShouldContain("gs1:pip");
    }

    [Theory]
    [InlineData("/01/09521234500019")]
    [InlineData("/01/09521234500018/99/x")]
    [InlineData("/01/123")]
    [InlineData("/8004/%2F")]
    [InlineData("/414/9521234500019")]
    public async Task A_malformed_key_is_a_bad_request_with_its_reason(string path)
    {
        using var answer = await AskAsync(HttpMethod.Get, path, null);
        (await answer.ProblemAsync(400)).Text("detail").Length.ShouldBeGreaterThan(20);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        using var page = await AskAsync(HttpMethod.Get, path, Browser);
        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/01/09521234500018/21/NOBODY")]
    [InlineData("/01/09521234500032")]
    [InlineData("/p/did%3Aweb%3Anowhere.example")]
    public async Task An_unknown_thing_is_not_found(string path)
    {
        using var answer = await AskAsync(HttpMethod.Get, path, null);
        await answer.ProblemAsync(404);
    }

    [Fact]
    public async Task Head_gives_the_headers_and_no_body()
    {
        using var answer = await AskAsync(HttpMethod.Head, Path, Browser);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        string.Join(',', answer.Headers.GetValues("Link")).ShouldContain("rel=\"linkset\"");
        using var redirect = await AskAsync(HttpMethod.Head, Path + "?linkType=gs1:pip", Browser);
        redirect.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
    }

    [Theory]
    [InlineData(Path)]
    [InlineData("/.well-known/gs1resolver")]
    public async Task Options_says_what_is_allowed_to_everyone(string path)
    {
        using var answer = await AskAsync(HttpMethod.Options, path, null);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        string.Join(',', answer.Headers.GetValues("Access-Control-Allow-Methods")).ShouldBe("GET, HEAD, OPTIONS");
    }

    [Fact]
    public async Task Other_methods_are_refused()
    {
        using var answer = await AskAsync(HttpMethod.Post, Path, null);
        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task The_resolver_describes_itself()
    {
        var description = await _client.JsonAsync("/.well-known/gs1resolver");
        description.Text("resolverRoot").ShouldBe(_house.Url);
        description.GetProperty("supportedPrimaryKeys")[0].GetString().ShouldBe("all");
        description.GetProperty("supportedLinkType")[0].Text("prefix").ShouldBe("gs1:");
        (await _client.GetStringAsync("/robots.txt")).ShouldContain("Allow: /01/");
    }

    [Theory]
    [InlineData("did:web:makers.example:battery:7")]
    [InlineData("https://makers.example/?m=X1&s=0007")]
    [InlineData("https://id.gs1.org/8004/9521234A17")]
    [Trait("Requirement", "18219-1")]
    public async Task Identifiers_of_other_schemes_resolve(string text)
    {
        var id = ThingId.Parse(text);
        await WriteAsync(new WriteBatch { Things = [new Thing(id, ThingKind.Pack, "Resolved " + text)] });
        using var client = new HttpClient { BaseAddress = new Uri(_workshop.Url) };
        (await client.GetStringAsync("/p/" + Uri.EscapeDataString(text))).ShouldContain("Resolved");
        var set = await client.GetStringAsync("/p/" + Uri.EscapeDataString(text) + "?linkType=linkset");
        set.ShouldContain("linkset");
        if (id.Scheme == IdScheme.Gs1DigitalLink) (await client.GetStringAsync("/8004/9521234A17")).ShouldContain("Resolved");
    }

    [Fact]
    [Trait("Requirement", "LAW-07")]
    public async Task A_passport_that_has_ceased_is_gone_and_shows_nothing()
    {
        var id = ThingId.Parse("https://id.gs1.org/01/09521234500018/21/GONE-1");
        var now = DateTimeOffset.UtcNow.AddMinutes(-1);
        await WriteAsync(new WriteBatch
        {
            Things = [new Thing(id, ThingKind.Pack, "Gone")],
            Assertions = [new Assertion("test", [new Statement(id, "manufacturerName", StatementValue.Of("Secret AB"), now), new Statement(id, "passportStatus", StatementValue.Of("ceased"), now)])],
        });
        using var answer = await _workshop.Client.GetAsync("/01/09521234500018/21/GONE-1");
        (await answer.ProblemAsync(410)).GetRawText().ShouldNotContain("Secret");
        using var set = await _workshop.Client.GetAsync("/01/09521234500018/21/GONE-1?linkType=linkset");
        set.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    private Task WriteAsync(WriteBatch batch) => _workshop.Services.GetRequiredService<IRecordWriter>().WriteAsync(batch);

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string? accept, string? language = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        if (language is not null) request.Headers.TryAddWithoutValidation("Accept-Language", language);
        return await _client.SendAsync(request);
    }
}
