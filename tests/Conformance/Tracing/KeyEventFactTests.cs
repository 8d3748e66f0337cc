using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Events;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.FoldEvents;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tests.Conformance.Tracing;

/// <summary>Events become facts, over a real store.</summary>
public sealed class KeyEventFactTests
{
    private static readonly ThingId Pack = ThingId.Parse("https://id.gs1.org/01/09521234500223/21/PACK-1");
    private static readonly ThingId Store = ThingId.Parse("https://id.gs1.org/01/09521234500230/21/STORE-1");
    private static readonly ThingId Module = ThingId.Parse("https://id.gs1.org/01/09521234500216/21/MODULE-1");
    private static readonly ThingId Cell = ThingId.Parse("https://id.gs1.org/01/09521234500209/21/CELL-1");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Passports_fill_themselves_and_every_fact_names_its_event()
    {
        await using var house = House();
        await CaptureAsync(house, Sample());
        var done = await FoldAsync(house);
        (done.Events, done.NewThings, done.Held, done.NotAllowed).ShouldBe((43, 8, 0, 0));
        (await house.Record.FindThingAsync(Cell, Stop))!.Kind.ShouldBe(ThingKind.Cell);
        (await FactsAsync(house, Pack)).ShouldBe(
        [
            "componentBatteries=[\"https://id.gs1.org/01/09521234500216/21/MODULE-1\",\"https://id.gs1.org/01/09521234500216/21/MODULE-2\"]",
            "batteryStatus=\"original\"", "manufacturingDate=\"2019-11-06\"", "manufacturingFacilities=[\"https://id.gs1.org/414/9521234700050\"]",
            "ohmicResistance=0.0098", "placedOnMarketDate=\"2020-01-15\"", "puttingIntoServiceDate=\"2020-02-03\"", "remainingCapacity=41.3",
            "serialNumber=\"PACK-1\"", "successors=[\"https://id.gs1.org/01/09521234500230/21/STORE-1\"]",
        ], ignoreOrder: true);
        (await FactsAsync(house, Cell)).ShouldContain("currentResistanceCell=0.0012");
        (await FactsAsync(house, Cell)).ShouldContain("partOfBattery=\"https://id.gs1.org/01/09521234500216/21/MODULE-1\"");
        (await FactsAsync(house, Store)).ShouldBe(
        [
            "batteryStatus=\"waste\"", "componentBatteries=[]", "dismantlingDate=\"2025-04-01\"", "predecessors=[\"https://id.gs1.org/01/09521234500223/21/PACK-1\"]",
            "puttingIntoServiceDate=\"2023-10-20\"", "serialNumber=\"STORE-1\"", "recoveredMaterials=[{\"element\":\"Co\",\"kilograms\":0.0832}]",
        ], ignoreOrder: true);
        foreach (var stated in await StatementsAsync(house, Pack))
        {
            var input = stated.Statement.Evidence.Inputs.ShouldHaveSingleItem();
            (await house.Events.FindAsync(input, Stop)).ShouldHaveSingleItem().Hash.ToString().ShouldBe(input);
            stated.Statement.Evidence.Reference.ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task A_second_run_a_rebuild_and_a_crash_before_the_watermark_write_nothing_twice()
    {
        await using var house = House();
        await CaptureAsync(house, Sample());
        await FoldAsync(house);
        var before = await house.Record.ReadHistoryAsync(new HistoryQuery(Pack), Stop);
        (await FoldAsync(house)).Events.ShouldBe(0);
        var again = await FoldAsync(house, rebuild: true);
        (again.Events, again.Stated, again.Retracted, again.NewThings).ShouldBe((43, 0, 0, 0));
        house.Record.EventDesk.SaveWatermark("key-event-facts", 5);
        using var restarted = ActivatorUtilities.CreateInstance<FoldRunner>(house.Services);
        var late = await restarted.RunAsync(rebuild: false, Stop);
        (late.Events, late.Stated).ShouldBe((38, 0));
        (await house.Record.ReadHistoryAsync(new HistoryQuery(Pack), Stop)).Items.Count.ShouldBe(before.Items.Count);
    }

    [Fact]
    public async Task The_order_of_arrival_does_not_matter()
    {
        await using var forwards = House();
        await CaptureAsync(forwards, Sample());
        await FoldAsync(forwards);
        await using var backwards = House();
        var document = JsonNode.Parse(Sample())!;
        foreach (var piece in document["epcisBody"]!["eventList"]!.AsArray().Reverse().Chunk(3))
        {
            await CaptureAsync(backwards, Document(document, piece!));
            await FoldAsync(backwards);
        }

        await FoldAsync(backwards, rebuild: true);
        foreach (var thing in new[] { Pack, Store, Module, Cell }) (await FactsAsync(backwards, thing)).ShouldBe(await FactsAsync(forwards, thing), ignoreOrder: true);
    }

    [Fact]
    public async Task What_an_event_said_is_taken_back_when_it_is_declared_an_error()
    {
        await using var house = House();
        var document = JsonNode.Parse(Sample())!;
        await CaptureAsync(house, Sample());
        await FoldAsync(house);
        var wrong = document["epcisBody"]!["eventList"]!.AsArray().Single(one => one!["voltloop:keyEvent"]!.GetValue<string>() == "second-life-grading")!.DeepClone();
        wrong["errorDeclaration"] = new JsonObject { ["declarationTime"] = "2024-01-01T00:00:00Z", ["reason"] = "incorrect_data" };
        await CaptureAsync(house, Document(document, [wrong]));
        var done = await FoldAsync(house);
        (done.Stated, done.Retracted).ShouldBe((0, 2));
        (await FactsAsync(house, Pack)).ShouldNotContain(fact => fact.StartsWith("remainingCapacity", StringComparison.Ordinal) || fact.StartsWith("ohmicResistance", StringComparison.Ordinal));
        (await FoldAsync(house, rebuild: true)).Retracted.ShouldBe(0);
    }

    [Fact]
    public async Task What_people_state_stays_and_what_they_do_not_know_is_filled_in()
    {
        await using var house = House();
        var writer = house.Services.GetRequiredService<IRecordWriter>();
        await writer.WriteAsync(
            new WriteBatch
            {
                Things = [new Thing(Pack, ThingKind.Pack, "Mine")],
                Assertions = [new Assertion("https://example.com/me", [new Statement(Pack, "manufacturingDate", StatementValue.Of("2019-12-01"), new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero))])],
            },
            Stop);
        await CaptureAsync(house, Sample());
        (await FoldAsync(house)).Held.ShouldBe(1);
        (await FactsAsync(house, Pack)).ShouldContain("manufacturingDate=\"2019-12-01\"");
        (await FactsAsync(house, Pack)).ShouldContain("placedOnMarketDate=\"2020-01-15\"");
        (await house.Record.FindThingAsync(Pack, Stop))!.Label.ShouldBe("Mine");
    }

    [Fact]
    public async Task A_stranger_who_captures_events_changes_nothing_in_the_passport_of_another()
    {
        await using var house = House();
        await CaptureAsync(house, Sample());
        await FoldAsync(house);
        var stranger = ThingId.Parse("https://id.gs1.org/417/9521234800019");
        var strangers = house.Services.GetRequiredService<ActorRecordWriter>().For(new Actor(stranger, "stranger", new HashSet<string>(StringComparer.Ordinal), ActorRoles.Writer) { Authentication = "key" });
        using var document = EventDocument.Read(Encoding.UTF8.GetBytes(Shredding()), 10);
        var draft = CaptureDraft.Of(document, null, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await strangers.WriteAsync(new WriteBatch { Events = new EventCapture(stranger.Value, draft.Entries) }, Stop);
        var done = await FoldAsync(house);
        (done.Events, done.Stated, done.NotAllowed).ShouldBe((1, 0, 1));
        (await FactsAsync(house, Pack)).ShouldContain("batteryStatus=\"original\"");
    }

    [Fact]
    public async Task A_known_model_is_linked_and_events_about_other_goods_make_no_things()
    {
        await using var house = House();
        var model = ThingId.Parse("https://id.gs1.org/01/09521234500223");
        await house.Services.GetRequiredService<IRecordWriter>().WriteAsync(new WriteBatch { Things = [new Thing(model, ThingKind.Model, "Model of the pack")] }, Stop);
        await CaptureAsync(house, Sample());
        await FoldAsync(house);
        (await house.Record.FindThingAsync(Pack, Stop))!.Model.ShouldBe(model);
        (await house.Record.CountThingsAsync(Stop)).Where(kind => kind.Value > 0).Select(kind => kind.Key).ShouldBe([ThingKind.Model, ThingKind.Cell, ThingKind.Module, ThingKind.Pack, ThingKind.Battery, ThingKind.Operator], ignoreOrder: true);
    }

    [Fact]
    public async Task A_battery_that_events_made_known_takes_the_model_of_a_later_import()
    {
        await using var house = House();
        await CaptureAsync(house, Sample());
        await FoldAsync(house);
        var model = ThingId.Parse("https://id.gs1.org/01/09521234500223");
        await house.Services.GetRequiredService<IRecordWriter>().WriteAsync(
            new WriteBatch { Things = [new Thing(model, ThingKind.Model, "Model of the pack"), new Thing(Pack, ThingKind.Pack, "Pack", model)] }, Stop);
        (await house.Record.FindThingAsync(Pack, Stop))!.Model.ShouldBe(model);
        (await FactsAsync(house, Pack)).ShouldContain("placedOnMarketDate=\"2020-01-15\"");
    }

    private static Task<FoldCount> FoldAsync(EventHouse house, bool rebuild = false) => house.Services.GetRequiredService<FoldRunner>().RunAsync(rebuild, Stop);

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 8)]
    public async Task Cells_and_modules_become_things_only_when_the_settings_ask_for_it(bool partsToo, int things)
    {
        await using var house = new EventHouse();
        Create(house, partsToo);
        await CaptureAsync(house, Sample());
        (await FoldAsync(house)).NewThings.ShouldBe(things);
        (await house.Record.FindThingAsync(Cell, Stop) is not null).ShouldBe(partsToo);
    }

    private static EventHouse House()
    {
        var house = new EventHouse();
        Create(house, partsToo: true);
        return house;
    }

    private static void Create(EventHouse house, bool partsToo)
    {
        var policy = house.Services.GetRequiredService<FoldPolicy>();
        (policy.CreateCells, policy.CreateModules) = (partsToo, partsToo);
    }

    private static async Task CaptureAsync(EventHouse house, string document) => (await house.CaptureAsync(Encoding.UTF8.GetBytes(document))).Job.Success.ShouldBeTrue();

    private static async Task<List<RecordedStatement>> StatementsAsync(EventHouse house, ThingId thing) =>
        [.. (await house.Record.ReadStatementsAsync(thing, AsOf.Latest, Stop)).Where(one => ThingFacts.IsFrom(one.Statement) || one.Statement.Term is "manufacturingDate")];

    private static async Task<List<string>> FactsAsync(EventHouse house, ThingId thing) => [.. (await StatementsAsync(house, thing)).Select(one => $"{one.Statement.Term}={one.Statement.Value.Json}")];

    private static string Shredding() => """
        {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"voltloop":"urn:voltloop:vocab:"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2025-01-01T00:00:00Z","epcisBody":{"eventList":[
        {"type":"ObjectEvent","action":"DELETE","eventTime":"2025-06-01T00:00:00Z","eventTimeZoneOffset":"+00:00","voltloop:keyEvent":"shredding","bizStep":"destroying","epcList":["https://id.gs1.org/01/09521234500223/21/PACK-1"]}]}}
        """;

    private static string Document(JsonNode like, IEnumerable<JsonNode> events)
    {
        var copy = like.DeepClone();
        copy["epcisBody"]!["eventList"] = new JsonArray([.. events.Select(one => one.DeepClone())]);
        return copy.ToJsonString();
    }

    private static string Sample()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "samples", "events", "mine-to-mine.jsonld"))) folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder.FullName, "samples", "events", "mine-to-mine.jsonld"));
    }
}
