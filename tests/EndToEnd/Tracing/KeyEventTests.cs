using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Identities;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Web.Access;

namespace Voltloop.Tests.EndToEnd.Tracing;

/// <summary>Key events over HTTP, on the pages and at the command line: a captured sample fills passports by itself.</summary>
public sealed class KeyEventTests(EventsHouse house) : IClassFixture<EventsHouse>
{
    private const string Pack = "https://id.gs1.org/01/09521234500223/21/PACK-1";

    /// <summary>Only so that a test that fails ends; how fast it is stands in the output.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_captured_sample_fills_the_passport_by_itself_and_provenance_names_the_event()
    {
        (await PostAsync(Sample("mine-to-mine.jsonld"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var clock = Stopwatch.StartNew();
        while (!(await TextAsync($"/things/{Uri.EscapeDataString(Pack)}")).Contains("Date of placing on the market", StringComparison.Ordinal) && clock.Elapsed < Patience) await Task.Delay(50, Stop);
        var page = await house.Client.GetStringAsync($"/things/{Uri.EscapeDataString(Pack)}", Stop);
        page.ShouldContain("2020-01-15");
        page.ShouldContain("data-test=\"life-steps\"");
        page.ShouldContain("Grading for a second life 2023-09-20");
        var provenance = await house.Client.GetStringAsync($"/things/statement?thing={Uri.EscapeDataString(Pack)}&term=placedOnMarketDate", Stop);
        provenance.ShouldContain("key-event.placing-on-market");
        var href = provenance.Split("href=\"").Single(part => part.StartsWith("/api/v1/epcis/events/ni", StringComparison.Ordinal)).Split('"')[0];
        var named = JsonNode.Parse(await house.Client.GetStringAsync(WebUtility.HtmlDecode(href), Stop))!;
        (named["voltloop:keyEvent"]!.GetValue<string>(), named["epcList"]![0]!.GetValue<string>()).ShouldBe(("placing-on-market", Pack));
        (await house.Client.GetStringAsync("/01/09521234500223/21/PACK-1", Stop)).ShouldContain("2019-11-06");
        var again = JsonNode.Parse(await (await house.Client.PostAsync("/api/v1/key-events/fold?rebuild=true", null, Stop)).Content.ReadAsStringAsync(Stop))!;
        (again["stated"]!.GetValue<int>(), again["retracted"]!.GetValue<int>()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task What_a_captured_event_says_stands_in_the_passport_soon_after()
    {
        (await PostAsync(Sample("mine-to-mine.jsonld"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        foreach (var value in new[] { "40.51", "40.52" })
        {
            (await PostAsync(Document(Graded("2024-02-1" + value[^1], value)))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
            var clock = Stopwatch.StartNew();
            while (!(await TextAsync($"/things/{Uri.EscapeDataString(Pack)}")).Contains(value, StringComparison.Ordinal))
            {
                clock.Elapsed.ShouldBeLessThan(Patience);
                await Task.Delay(20, Stop);
            }

            TestContext.Current.TestOutputHelper!.WriteLine($"{value} Ah stood in the passport {clock.ElapsedMilliseconds} ms after its capture");
        }
    }

    [Fact]
    public async Task A_page_shows_both_what_people_state_and_what_events_say_as_long_as_they_differ()
    {
        const string Own = "https://id.gs1.org/01/09521234500223/21/PACK-H";
        var page = $"/things/{Uri.EscapeDataString(Own)}";
        (await PostAsync(Document($$"""{"type":"AggregationEvent","action":"ADD","eventTime":"2019-11-06T00:00:00Z","eventTimeZoneOffset":"+00:00","voltloop:keyEvent":"pack","bizStep":"assembling","parentID":"{{Own}}","childEPCs":["https://id.gs1.org/01/09521234500216/21/MODULE-H"]}"""))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await StateAsync(Own, "2019-12-01");
        var differing = await house.Client.GetStringAsync(page, Stop);
        var told = differing[differing.IndexOf("data-test=\"held-facts\"", StringComparison.Ordinal)..];
        told = told[..told.IndexOf("</ul>", StringComparison.Ordinal)];
        told.ShouldContain("2019-12-01");
        told.ShouldContain("2019-11-06");
        told.ShouldContain("/api/v1/epcis/events/ni");
        await StateAsync(Own, "2019-11-06");
        var agreeing = await house.Client.GetStringAsync(page, Stop);
        agreeing.Split("data-test=\"held-facts\"").Skip(1).Select(rest => rest[..Math.Min(rest.Length, 700)]).ShouldBeEmpty();
    }

    private async Task StateAsync(string thing, string manufactured)
    {
        var id = ThingId.Parse(thing);
        var statement = new Statement(id, "manufacturingDate", StatementValue.Of(manufactured), TimeProvider.System.GetUtcNow());
        var keeper = Actor.Keeper(house.Services.GetRequiredService<AccessSettings>().Keeper, "test", "test");
        await house.Services.GetRequiredService<ActorRecordWriter>().For(keeper).WriteAsync(
            new WriteBatch { Things = [new Thing(id, ThingKind.Pack, "PACK-H")], Assertions = [new Assertion(keeper.Operator!.Value.Value, [statement])] }, Stop);
    }

    [Fact]
    public async Task A_broken_rule_is_named_in_the_job_and_on_the_console_until_it_is_settled()
    {
        var answer = await PostAsync(Document(Event("formation", "2026-02-02", "E2E-7")));
        var job = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!;
        var warning = job["warnings"]!.AsArray().Single(one => one!["rule"]!.GetValue<string>() == "formation.after-filling")!;
        (warning["event"]!.GetValue<int>(), warning["location"]!.GetValue<string>()).ShouldBe((0, "/epcisBody/eventList/0/epcList"));
        warning["remedy"]!.GetValue<string>().ShouldContain("filling");
        (await house.Client.GetStringAsync("/events", Stop)).ShouldContain("href=\"/events/key-events#formation.after-filling\"");
        await PostAsync(Document(Event("filling", "2026-02-01", "E2E-7")));
        var settled = JsonNode.Parse(await house.Client.GetStringAsync($"/api/v1/epcis/capture/{job["captureID"]}", Stop))!;
        settled["warnings"]!.AsArray().Single(one => one!["rule"]!.GetValue<string>() == "formation.after-filling")!["settled"]!.GetValue<bool>().ShouldBeTrue();
        (await house.Client.GetStringAsync("/events", Stop)).ShouldContain("settled by later events");
    }

    [Fact]
    public async Task The_vocabulary_is_listed_for_programs_and_for_people()
    {
        var all = JsonNode.Parse(await house.Client.GetStringAsync("/api/v1/key-events", Stop))!.AsArray();
        all.Count.ShouldBe(26);
        var formation = all.Single(one => one!["code"]!.GetValue<string>() == "formation")!;
        (formation["labels"]!["de"]!.GetValue<string>(), formation["labels"]!["sv"]!.GetValue<string>()).ShouldBe(("Formierung", "Formering"));
        formation["rules"]!.AsArray().Single(rule => rule!["id"]!.GetValue<string>() == "formation.capacity")!["unit"]!.GetValue<string>().ShouldBe("AMH");
        var page = await house.Client.GetStringAsync("/events/key-events", Stop);
        page.ShouldContain("id=\"formation.after-filling\"");
        page.ShouldContain("lang=\"sv\"");
        (await house.Client.GetStringAsync("/events", Stop)).ShouldContain("href=\"/events/key-events\"");
    }

    [Fact]
    public async Task The_command_line_refuses_when_asked_and_folds_what_it_takes()
    {
        using var voltloop = new CommandLine.Voltloop();
        var broken = voltloop.File("broken.jsonld", Document(Event("formation", "2026-02-02", "E2E-8")));
        var refused = await voltloop.RunAsync("capture", broken, "--key-events", "reject");
        (refused.ExitCode, refused.Output.Contains("formation.after-filling", StringComparison.Ordinal)).ShouldBe((2, true));
        var taken = await voltloop.RunAsync("capture", SamplePath("mine-to-mine.jsonld"), "--key-events", "reject");
        (taken.ExitCode, taken.Output.Contains("2 new things", StringComparison.Ordinal)).ShouldBe((0, true), taken.Output);
        (await voltloop.RunAsync("events", "fold", "--rebuild")).Output.ShouldContain("0 stated and 0 taken back from 43 events");
        (await voltloop.RunAsync("events", "vocabulary")).Output.ShouldContain("formation.after-filling");
    }

    // Until it is folded the pack is no thing.
    private async Task<string> TextAsync(string path)
    {
        using var answer = await house.Client.GetAsync(path, Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private async Task<HttpResponseMessage> PostAsync(string document)
    {
        using var body = new StringContent(document, Encoding.UTF8, "application/ld+json");
        return await house.Client.PostAsync("/api/v1/epcis/capture", body, Stop);
    }

    private static string Event(string code, string day, string serial) =>
        $$"""{"type":"ObjectEvent","action":"OBSERVE","eventTime":"{{day}}T00:00:00Z","eventTimeZoneOffset":"+00:00","voltloop:keyEvent":"{{code}}","bizStep":"other","epcList":["https://id.gs1.org/01/09521234500209/21/{{serial}}"],"sensorElementList":[{"sensorReport":[{"type":"Mass","value":145,"uom":"GRM"}]}]}""";

    private static string Graded(string day, string ampereHours) =>
        $$"""{"type":"ObjectEvent","action":"OBSERVE","eventTime":"{{day}}T00:00:00Z","eventTimeZoneOffset":"+00:00","voltloop:keyEvent":"second-life-grading","bizStep":"inspecting","epcList":["{{Pack}}"],"sensorElementList":[{"sensorReport":[{"type":"ElectricCharge","value":{{ampereHours}},"uom":"AMH"}]}],"voltloop:grade":"B"}""";

    private static string Document(string captured) =>
        $$"""{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"voltloop":"urn:voltloop:vocab:"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-03-01T00:00:00Z","epcisBody":{"eventList":[{{captured}}]} }""";

    private static string Sample(string name) => File.ReadAllText(SamplePath(name));

    private static string SamplePath(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "samples", "events", name))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "samples", "events", name);
    }
}
