using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Pages;
using Voltloop.Web.Access;

namespace Voltloop.Tests.EndToEnd.Access;

/// <summary>What different people are told: never that something is missing when it only is hidden from them, and always what to do.</summary>
public sealed class PersonsTests
{
    private const string Elsewhere = "did:web:workshop.example";
    private static readonly string Completeness = $"/api/v1/passports/{Uri.EscapeDataString(House.Battery.Value)}/completeness?on=2027-02-18&category=lmt";

    [Fact]
    public async Task What_is_hidden_from_a_visitor_is_not_called_missing()
    {
        await using var house = await House.OpenAsync(new { Desk = false });
        using var visitor = house.Client();
        var seen = await StatusesAsync(visitor);
        seen["EC-01"].ShouldBe("present");
        seen["EC-50"].ShouldBe("not-shown", "the test report is there, and for authorities only");
        seen["EC-45"].ShouldBe("not-shown");
        seen["EC-09"].ShouldBe("missing", "the date of manufacture is public, so a visitor can tell that it is not there");
        var panel = await visitor.GetStringAsync("/things/" + Uri.EscapeDataString(House.Battery.Value));
        panel.ShouldContain("they may be there");
        using var authority = house.Client(await house.AddKeyAsync(Elsewhere, false, "authority"));
        (await StatusesAsync(authority))["EC-50"].ShouldBe("present");
    }

    [Fact]
    public async Task Hidden_and_absent_values_are_told_in_the_same_words()
    {
        await using var house = await House.OpenAsync();
        using var desk = house.Client();
        var whole = await StatusesAsync(desk);
        whole.Values.ShouldNotContain("not-shown", "nothing is hidden from who runs the store");
        using var visitor = house.Client(await house.AddKeyAsync(Elsewhere));
        var seen = await StatusesAsync(visitor);
        foreach (var (point, status) in seen.Where(pair => pair.Value == "not-shown")) whole[point].ShouldBeOneOf("present", "missing", "conditional", "not-yet-required");
        whole.Where(pair => pair.Value == "missing" && seen[pair.Key] == "not-shown").ShouldNotBeEmpty("some of what is not shown is not there either");
        whole.Where(pair => pair.Value == "present" && seen[pair.Key] == "not-shown").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Readiness_is_that_of_the_passports_one_answers_for()
    {
        await using var house = await House.OpenAsync();
        using var desk = house.Client();
        using var reader = house.Client(await house.AddKeyAsync());
        using var workshop = house.Client(await house.AddKeyAsync(Elsewhere, true));
        (await ItemsAsync(desk)).ShouldBe(1);
        (await ItemsAsync(reader)).ShouldBe(1);
        (await ItemsAsync(workshop)).ShouldBe(0, "it answers for nothing yet");
        using var handed = await desk.PostAsJsonAsync("/api/v1/hand-overs", new { thing = House.Battery.Value, @operator = Elsewhere });
        handed.IsSuccessStatusCode.ShouldBeTrue(await handed.Content.ReadAsStringAsync());
        (await ItemsAsync(workshop)).ShouldBe(1);
        (await ItemsAsync(reader)).ShouldBe(0);
        (await ItemsAsync(desk)).ShouldBe(1, "who runs the store sees the whole fleet");
        using var narrowed = await desk.GetAsync("/api/v1/readiness?audience=authority");
        (await narrowed.ProblemAsync(403)).Text("code").ShouldBe("forbidden");
    }

    [Fact]
    public async Task Costs_are_for_those_who_run_the_store()
    {
        await using var house = await House.OpenAsync(new { Desk = false });
        foreach (var (key, status) in new[] { (null, 401), (await house.AddKeyAsync(Elsewhere, true), 403), (await house.AddKeyAsync(), 200) })
        {
            using var client = house.Client(key);
            using var answer = await client.GetAsync("/api/v1/costs");
            ((int)answer.StatusCode).ShouldBe(status);
        }
    }

    [Fact]
    public async Task A_page_for_others_offers_to_sign_in_and_leads_back()
    {
        await using var house = await House.OpenAsync();
        await house.AddAccountAsync("Mira");
        using var client = house.Client();
        var refused = await PageAsync(client, "/readiness?on=2027-02-18");
        refused.Status.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Html.ShouldContain("/sign-in?returnUrl=%2Freadiness%3Fon%3D2027-02-18");
        (await client.SignInAsync("mira", House.Password, "/readiness?on=2027-02-18")).ShouldBe("/readiness?on=2027-02-18");
        (await PageAsync(client, "/readiness?on=2027-02-18")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_page_answers_everybody_and_says_what_to_do()
    {
        await using var house = await House.OpenAsync();
        string?[] keys = [null, await house.AddKeyAsync(), await house.AddKeyAsync(Elsewhere, true), await house.AddKeyAsync(Elsewhere, false, "authority")];
        await house.AddAccountAsync("Mira");
        foreach (var key in keys)
        {
            using var client = house.Client(key);
            foreach (var (name, path) in HousePages.All)
            {
                var (status, html) = await PageAsync(client, path);
                status.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound], name);
                if (status == HttpStatusCode.Unauthorized) html.ShouldContain("href=\"/sign-in?returnUrl=", Case.Sensitive, name);
                if (status == HttpStatusCode.Forbidden) html.ShouldContain("Who may see what", Case.Sensitive, name);
                if (status == HttpStatusCode.NotFound) html.ShouldContain("is left out.", Case.Sensitive, name);
            }
        }
    }

    [Fact]
    public async Task Who_is_signed_in_may_calculate_and_nobody_else()
    {
        await using var house = await House.OpenAsync(new { Desk = false });
        using var reader = house.Client(await house.AddKeyAsync(Elsewhere));
        using var visitor = house.Client();
        var calculating = Routes(house, OpenTo.Known).Where(route => route.Path.StartsWith("/api/v1/quality/", StringComparison.Ordinal) || route.Path.StartsWith("/api/v1/health/", StringComparison.Ordinal)).ToList();
        calculating.Count.ShouldBeGreaterThan(12);
        foreach (var route in calculating)
        {
            using var refused = await visitor.PostAsync(route.Path, Empty(route.Takes));
            (await refused.ProblemAsync(401)).Text("code").ShouldBe("sign-in-required", route.Path);
            using var taken = await reader.PostAsync(route.Path, Empty(route.Takes));
            taken.StatusCode.ShouldNotBe(HttpStatusCode.Forbidden, route.Path);
        }

        using var chart = await reader.PostAsync("/api/v1/quality/charts", new StringContent("value\n" + string.Join('\n', Enumerable.Range(1, 30))));
        chart.StatusCode.ShouldBe(HttpStatusCode.OK, await chart.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Calculating_for_the_record_still_needs_the_right_to_write()
    {
        await using var house = await House.OpenAsync(new { Desk = false });
        using var reader = house.Client(await house.AddKeyAsync(Elsewhere));
        var before = house.Services.GetRequiredService<Voltloop.Record.Log.IRecordLog>().Size;
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "samples", "pulsebat", "to-grade.csv"));
        var pulses = lines[0] + "\n" + House.Battery.Value + lines[1][lines[1].IndexOf(',', StringComparison.Ordinal)..] + "\n";
        using var graded = await reader.PostAsync("/api/v1/health/gradings?record=true", new StringContent(pulses));
        (await graded.ProblemAsync(403)).Text("code").ShouldBe("forbidden");
        house.Services.GetRequiredService<Voltloop.Record.Log.IRecordLog>().Size.ShouldBe(before, "nothing was written");
        foreach (var route in Routes(house, null))
        {
            using var answer = await reader.PostAsync(route.Path.Replace("{id}", Uri.EscapeDataString(House.Battery.Value), StringComparison.Ordinal), new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
            (await answer.ProblemAsync(403)).Text("code").ShouldBe("forbidden", route.Path);
        }

        house.Services.GetRequiredService<Voltloop.Record.Log.IRecordLog>().Size.ShouldBe(before);
    }

    [Fact]
    public async Task Anybody_verifies_a_saved_passport()
    {
        await using var house = await House.OpenAsync();
        await house.AddAccountAsync("Mira");
        using var visitor = house.Client();
        var token = System.Text.RegularExpressions.Regex.Match(await visitor.GetStringAsync("/verify"), "__RequestVerificationToken\" value=\"([^\"]+)").Groups[1].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("{}"), "file", "passport.json" } };
        using var answer = await visitor.PostAsync("/verify", form);
        answer.StatusCode.ShouldNotBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("passport.json");
    }

    private static HttpContent Empty(string takes) => takes.StartsWith("multipart/", StringComparison.Ordinal)
        ? new MultipartFormDataContent { { new StringContent(""), "nothing" } }
        : new StringContent("{}", System.Text.Encoding.UTF8, takes);

    private static List<(string Path, string Takes)> Routes(House house, OpenTo? open) =>
    [
        .. house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true && endpoint.Metadata.GetMetadata<OpenTo>() == open)
            .Select(endpoint => ("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.FirstOrDefault() ?? "text/csv"))
            .Where(route => route.Item1.StartsWith("/api/v1/", StringComparison.Ordinal)).Distinct(),
    ];

    private static async Task<(HttpStatusCode Status, string Html)> PageAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path.Split('#')[0]);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<int> ItemsAsync(HttpClient client) => (await client.JsonAsync("/api/v1/readiness?on=2027-02-18")).GetProperty("items").GetInt32();

    private static async Task<Dictionary<string, string>> StatusesAsync(HttpClient client) =>
        (await client.JsonAsync(Completeness)).GetProperty("lines").EnumerateArray().ToDictionary(line => line.Text("dataPoint"), line => line.Text("status"));
}
