using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.CheckKeyEvents;

namespace Voltloop.Tests.Conformance.Tracing;

/// <summary>Key events are checked while they are captured, over a real store.</summary>
public sealed class KeyEventCaptureTests
{
    private const string Cell = "https://id.gs1.org/01/09521234500209/21/CELL-9";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_from_mine_to_mine_is_taken_without_a_word_also_with_reject()
    {
        await using var house = new EventHouse();
        var job = await CaptureAsync(house, Sample("mine-to-mine.jsonld"), KeyEventMode.Reject);
        (job.Success, job.Written).ShouldBe((true, 43));
        job.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_sample_may_come_in_pieces_and_backwards_and_every_warning_is_settled_at_the_end()
    {
        await using var house = new EventHouse();
        var document = JsonNode.Parse(Sample("mine-to-mine.jsonld"))!;
        var jobs = new List<CaptureJobResource>();
        foreach (var piece in Events(document).Reverse().Chunk(7)) jobs.Add(await CaptureAsync(house, Document(document, piece)));
        jobs.Sum(job => job.Warnings.Count(found => found.Open is not null)).ShouldBeGreaterThan(10);
        var settled = await house.Services.GetRequiredService<OpenFindings>().SettleAsync(jobs, Stop);
        settled.SelectMany(job => job.Warnings).Where(found => !found.Settled).Select(found => found.Detail).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Off", true, 0, 0)]
    [InlineData("Warn", true, 0, 2)]
    [InlineData("Reject", false, 2, 0)]
    public async Task A_formation_without_filling_and_capacity_is_warned_of_or_refused(string mode, bool success, int errors, int warnings)
    {
        await using var house = new EventHouse();
        var job = await CaptureAsync(house, Document(Formation()), Enum.Parse<KeyEventMode>(mode));
        (job.Success, job.Errors.Count, job.Warnings.Count(found => !found.Rule!.EndsWith("voltage", StringComparison.Ordinal) && !found.Rule.EndsWith("temperature", StringComparison.Ordinal))).ShouldBe((success, errors, warnings));
        job.Written.ShouldBe(success ? 1 : 0);
        foreach (var found in job.Errors.Concat(job.Warnings))
        {
            found.Location.ShouldStartWith("/epcisBody/eventList/0/");
            (found.Event, found.Remedy is not null, found.Rule is not null).ShouldBe((0, true, true));
        }

        job.Errors.Concat(job.Warnings).Select(found => found.Rule).Where(rule => rule is "formation.after-filling" or "formation.capacity").Count().ShouldBe(errors + warnings);
    }

    [Fact]
    public async Task Proceed_keeps_the_good_events_and_roll_back_keeps_none()
    {
        await using var house = new EventHouse();
        var document = JsonNode.Parse(Sample("mine-to-mine.jsonld"))!;
        var good = Events(document)[0];
        var both = Document(document, [good, JsonNode.Parse(Formation())!]);
        (await CaptureAsync(house, both, KeyEventMode.Reject)).Written.ShouldBe(0);
        var job = await CaptureAsync(house, both, KeyEventMode.Reject, rollback: false);
        (job.Written, job.Success, job.CaptureErrorBehaviour).ShouldBe((1, false, "proceed"));
        job.Errors.ShouldAllBe(found => found.Event == 1);
    }

    [Fact]
    public async Task Warnings_are_kept_with_the_job_until_the_missing_event_comes()
    {
        await using var house = new EventHouse();
        var first = await CaptureAsync(house, Document(Formation()));
        (await ReadAsync(house, first)).Warnings.Single(found => found.Rule == "formation.after-filling").Settled.ShouldBeFalse();
        await CaptureAsync(house, Document(Filling("2026-01-03T00:00:00Z")));
        (await ReadAsync(house, first)).Warnings.Single(found => found.Rule == "formation.after-filling").Settled.ShouldBeFalse();
        await CaptureAsync(house, Document(Filling("2026-01-01T00:00:00Z")));
        var last = await ReadAsync(house, first);
        last.Warnings.Single(found => found.Rule == "formation.after-filling").Settled.ShouldBeTrue();
        last.Warnings.Single(found => found.Rule == "formation.capacity").Settled.ShouldBeFalse();
    }

    [Fact]
    public async Task An_event_that_was_declared_an_error_comes_before_nothing()
    {
        await using var house = new EventHouse();
        var filling = Filling("2026-01-01T00:00:00Z");
        await CaptureAsync(house, Document(filling));
        await CaptureAsync(house, Document(filling.Insert(1, "\"errorDeclaration\":{\"declarationTime\":\"2026-01-02T00:00:00Z\",\"reason\":\"did_not_occur\"},")));
        (await CaptureAsync(house, Document(Formation()))).Warnings.Select(found => found.Rule).ShouldContain("formation.after-filling");
    }

    [Fact]
    public async Task An_unknown_code_is_named_and_an_event_that_is_no_key_event_is_left_alone()
    {
        await using var house = new EventHouse();
        var job = await CaptureAsync(house, Document(Formation().Replace("formation", "levitation", StringComparison.Ordinal)));
        job.Warnings.Select(found => found.Rule).ShouldBe(["unknown"]);
        (await CaptureAsync(house, Sample("battery.jsonld"), KeyEventMode.Reject)).Warnings.ShouldBeEmpty();
    }

    private static async Task<CaptureJobResource> CaptureAsync(EventHouse house, string document, KeyEventMode? mode = null, bool rollback = true) => CaptureJobResource.Of(
        (await house.Services.GetRequiredService<CaptureDesk>().CaptureAsync(new CaptureRequest(Encoding.UTF8.GetBytes(document), rollback) { KeyEvents = mode }, Stop)).Job);

    private static Task<CaptureJobResource> ReadAsync(EventHouse house, CaptureJobResource job) =>
        house.Services.GetRequiredService<OpenFindings>().SettleAsync(CaptureJobResource.Of(house.Record.Ledger.FindJob(job.CaptureID)!), Stop);

    private static string Formation() => Event("formation", "2026-01-02T00:00:00Z", "");

    private static string Filling(string at) => Event("filling", at, """,{"sensorReport":[{"type":"Mass","value":145,"uom":"GRM"}]}""");

    private static string Event(string code, string at, string sensors) =>
        $$"""{"type":"ObjectEvent","action":"OBSERVE","eventTime":"{{at}}","eventTimeZoneOffset":"+00:00","voltloop:keyEvent":"{{code}}","bizStep":"other","epcList":["{{Cell}}"],"sensorElementList":[{"sensorReport":[{"type":"Dimensionless","value":1,"uom":"C62"}]}{{sensors}}]}""";

    private static JsonNode[] Events(JsonNode document) => [.. document["epcisBody"]!["eventList"]!.AsArray().Select(one => one!)];

    private static string Document(JsonNode like, IEnumerable<JsonNode> events)
    {
        var copy = like.DeepClone();
        copy["epcisBody"]!["eventList"] = new JsonArray([.. events.Select(one => one.DeepClone())]);
        return copy.ToJsonString();
    }

    private static string Document(string captured) =>
        $$"""{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"voltloop":"urn:voltloop:vocab:"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-02-01T00:00:00Z","epcisBody":{"eventList":[{{captured}}]} }""";

    private static string Sample(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "samples", "events", name))) folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder.FullName, "samples", "events", name));
    }
}
