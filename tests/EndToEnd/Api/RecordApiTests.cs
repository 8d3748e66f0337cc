using System.Net;
using System.Text.Json;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Api;

public sealed class RecordApiTests(RunningHouse house)
{
    [Fact]
    public async Task Paging_through_cells_shows_each_of_the_156_once()
    {
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await house.Client.JsonAsync($"/api/v1/things?kind=cell&limit=50{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.Text("id")));
            cursor = page.TryGetProperty("nextCursor", out var next) && next.ValueKind == JsonValueKind.String ? next.GetString() : null;
        }
        while (cursor is not null);
        seen.Count.ShouldBe(156);
        seen.Distinct().Count().ShouldBe(156);
    }

    [Fact]
    public async Task A_thing_is_found_by_its_serial_number_and_links_to_itself()
    {
        var page = await house.Client.JsonAsync("/api/v1/things?text=TBSI-B1T25");
        var thing = page.GetProperty("items")[0];
        thing.Text("id").ShouldEndWith("/21/TBSI-B1T25");
        var same = await house.Client.JsonAsync(thing.Text("href"));
        same.Text("id").ShouldBe(thing.Text("id"));
        same.Text("granularity").ShouldBe("item");
    }

    [Fact]
    public async Task Statements_carry_method_reference_and_inputs()
    {
        var statements = await house.Client.JsonAsync($"{await HrefAsync()}/statements");
        var health = statements.EnumerateArray().Single(statement => statement.Text("term") == "stateOfHealth");
        health.GetProperty("unit").GetString().ShouldBe("%");
        health.GetProperty("value").GetDouble().ShouldBeInRange(1, 110);
        health.GetProperty("uncertainty").GetProperty("lower").GetDouble().ShouldBeLessThan(health.GetProperty("value").GetDouble());
        health.GetProperty("evidence").Text("method").ShouldNotBeNullOrWhiteSpace();
        health.GetProperty("evidence").GetProperty("inputs").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Before_anything_was_known_nothing_is_shown()
    {
        var statements = await house.Client.JsonAsync($"{await HrefAsync()}/statements?knownAt=2020-01-01");
        statements.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task An_unchanged_answer_is_not_sent_twice()
    {
        var path = $"{await HrefAsync()}/statements";
        using var first = await house.Client.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await house.Client.SendAsync(request);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/api/v1/things/https%3A%2F%2Fexample.com%2Fnobody", 404, "not-found")]
    [InlineData("/api/v1/things/not-a-uri", 400, "invalid-identifier")]
    [InlineData("/api/v1/things/https%3A%2F%2Fid.gs1.org%2F01%2F09521234500014%2F21%2FX", 400, "invalid-identifier")]
    [InlineData("/api/v1/things?limit=100000", 400, "bad-request")]
    [InlineData("/api/v1/things?kind=spaceship", 400, "bad-request")]
    [InlineData("/api/v1/things?cursor=%00garbage", 400, "bad-request")]
    public async Task A_bad_request_gets_a_named_problem(string path, int status, string code)
    {
        using var answer = await house.Client.GetAsync(path);
        (await answer.ProblemAsync(status)).Text("code").ShouldBe(code);
    }

    [Fact]
    public async Task The_open_api_document_describes_every_route()
    {
        var document = await house.Client.JsonAsync("/openapi/v1.json");
        document.GetProperty("paths").EnumerateObject().Count().ShouldBeGreaterThan(8);
    }

    private async Task<string> HrefAsync() =>
        (await house.Client.JsonAsync("/api/v1/things?text=TBSI-B1T25")).GetProperty("items")[0].Text("href");
}
