using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Problems;
using Voltloop.Kernels.Lineage;
using Voltloop.Tracing.PlanRecall;
using Voltloop.Tracing.TraceLineage;

namespace Voltloop.Tests.Conformance.Tracing;

/// <summary>A small factory, captured as EPCIS events and asked about.</summary>
public sealed class LineageOfEventsTests
{
    private const string Base = "https://id.gs1.org/01/09521234500032";
    private const string Ore = Base + "/10/ORE";
    private const string Salt = Base + "/10/SALT";
    private const string Mother = Base + "/21/MOTHER";
    private const string Coater = "https://id.gs1.org/414/9521234000037/254/COATER-3";

    [Fact]
    public async Task A_pack_is_found_from_ore_and_ore_from_the_pack_with_shares_of_mass()
    {
        await using var house = await FactoryAsync();
        var down = await AskAsync(house, new LineageQuestion([Ore], Down: true));
        down.Nodes.Select(n => n.Id).ShouldContain(Item("PACK-1"));
        // 30 of 100 kg in the salt are ore; the mother roll took 10 kg of salt and nothing else.
        down.Nodes.Single(n => n.Id == Salt).Share!.Value.ShouldBe(0.3, 1e-6);
        down.Nodes.Single(n => n.Id == Mother).Share!.Value.ShouldBe(0.3, 1e-6);
        var up = await AskAsync(house, new LineageQuestion([Item("PACK-1")], Down: false));
        up.Nodes.Select(n => n.Id).ShouldContain(Ore);
        up.Nodes.Single(n => n.Id == Item("CELL-1")).Over.ShouldBe(Item("PACK-1"));
    }

    [Fact]
    public async Task A_stretch_of_the_mother_coil_leads_to_its_cells_only()
    {
        await using var house = await FactoryAsync();
        var reach = await AskAsync(house, new LineageQuestion([Mother], Down: true) { Stretch = new CoilInterval(0, 100, 2) });
        reach.Nodes.Select(n => n.Id).Where(id => id.Contains("CELL", StringComparison.Ordinal)).ShouldBe([Item("CELL-3")]);
    }

    [Fact]
    public async Task A_repair_moves_a_cell_and_the_question_as_of_a_day_knows_it()
    {
        await using var house = await FactoryAsync();
        (await PartsAsync(house, "2026-03-20T00:00:00Z")).ShouldBe([Item("CELL-1"), Item("CELL-2")]);
        (await PartsAsync(house, "2026-05-01T00:00:00Z")).ShouldBe([Item("CELL-2"), Item("CELL-3")]);
    }

    [Fact]
    public async Task The_hour_of_a_machine_gives_the_recall_list_with_place_and_holder()
    {
        await using var house = await FactoryAsync();
        var planner = house.Services.GetRequiredService<RecallPlanner>();
        var list = await planner.PlanAsync(
            new RecallRequest { Machine = Coater, From = Moment("2026-03-10T10:00:00Z"), Before = Moment("2026-03-10T11:00:00Z") }, TestContext.Current.CancellationToken);
        list.Items.Select(i => i.Id).Order().ShouldBe([Item("CELL-1"), Item("PACK-1")]);
        var pack = list.Items.Single(i => i.Id == Item("PACK-1"));
        pack.Holder.ShouldBe("https://id.gs1.org/417/9521234000099");
        pack.Location.ShouldBe("https://id.gs1.org/414/9521234000990");
        pack.Disposition.ShouldBe("in_transit");
        RecallCsv.Of(list).Split("\r\n")[1..^1].Length.ShouldBe(2);
        await Should.ThrowAsync<ProblemException>(() => planner.PlanAsync(new RecallRequest { Machine = Coater }, TestContext.Current.CancellationToken));
        (await Should.ThrowAsync<ProblemException>(() => planner.PlanAsync(
            new RecallRequest { Machine = Coater, From = Moment("2026-04-10T10:00:00Z"), Before = Moment("2026-04-10T11:00:00Z") }, TestContext.Current.CancellationToken)))
            .Problem.Kind.ShouldBe(CommonProblems.NotFound);
    }

    [Fact]
    public async Task New_events_are_in_the_next_answer_and_an_event_declared_an_error_is_in_none()
    {
        await using var house = await FactoryAsync();
        await CaptureAsync(house, Joined("2026-06-01T00:00:00Z", "ADD", Item("CAR-1"), Item("PACK-1")));
        (await AskAsync(house, new LineageQuestion([Ore], Down: true))).Nodes.Select(n => n.Id).ShouldContain(Item("CAR-1"));
        var error = Joined("2026-06-02T00:00:00Z", "ADD", Item("CAR-2"), Item("PACK-1"));
        error["errorDeclaration"] = new JsonObject { ["declarationTime"] = "2026-06-03T00:00:00Z" };
        await CaptureAsync(house, error);
        (await AskAsync(house, new LineageQuestion([Ore], Down: true))).Nodes.Select(n => n.Id).ShouldNotContain(Item("CAR-2"));
    }

    [Fact]
    public async Task What_no_event_names_is_not_found_and_too_much_is_cut_and_said()
    {
        await using var house = await FactoryAsync();
        (await Should.ThrowAsync<ProblemException>(() => AskAsync(house, new LineageQuestion([Item("NOBODY")], Down: true)))).Problem.Kind.ShouldBe(CommonProblems.NotFound);
        var cut = await AskAsync(house, new LineageQuestion([Ore], Down: true) { Nodes = 3 });
        (cut.IsCut, cut.Walked).ShouldBe((true, 3));
        Should.Throw<ProblemException>(() => new LineageRequest { Id = [Ore], FromMetre = 5, ToMetre = 4 }.Question()).Problem.Location.ShouldBe("toMetre");
        Should.Throw<ProblemException>(() => new LineageRequest { Id = [Ore], Direction = "sideways" }.Question()).Problem.Location.ShouldBe("direction");
        Should.Throw<ProblemException>(() => new LineageRequest().Question()).Problem.Location.ShouldBe("id");
    }

    private static async Task<string[]> PartsAsync(EventHouse house, string asOf)
    {
        var answer = await AskAsync(house, new LineageQuestion([Item("PACK-1")], Down: false) { AsOf = Moment(asOf) });
        return [.. answer.Nodes.Where(n => n.Steps == 1).Select(n => n.Id).Order()];
    }

    private static Task<LineageAnswer> AskAsync(EventHouse house, LineageQuestion question) =>
        house.Services.GetRequiredService<LineageReader>().ReadAsync(question, TestContext.Current.CancellationToken);

    // Ore and another salt make a salt lot; it is coated on a mother roll, slit in two lanes, cut to cells; two cells make a
    // pack; later one of them is replaced by the third, and the pack is sold.
    private static async Task<EventHouse> FactoryAsync()
    {
        var house = new EventHouse();
        await CaptureAsync(
            house,
            Made("2026-03-01T08:00:00Z", [(Ore, 30), (Base + "/10/OTHER", 70)], [], [(Salt, 100)], []),
            With(Made("2026-03-10T10:20:00Z", [(Salt, 10)], [], [], [Mother]), ("readPoint", new JsonObject { ["id"] = Coater })),
            With(Made("2026-03-11T08:00:00Z", [], [Mother], [], [Item("LANE-1"), Item("LANE-2")]), Parts((Mother, "LANE-1", 0, 500, 1), (Mother, "LANE-2", 0, 500, 2))),
            With(Made("2026-03-12T08:00:00Z", [], [Item("LANE-1")], [], [Item("CELL-1")]), Parts((Item("LANE-1"), "CELL-1", 0, 100, 0))),
            With(Made("2026-03-12T08:05:00Z", [], [Item("LANE-1")], [], [Item("CELL-2")]), Parts((Item("LANE-1"), "CELL-2", 100, 200, 0))),
            With(Made("2026-03-12T08:10:00Z", [], [Item("LANE-2")], [], [Item("CELL-3")]), Parts((Item("LANE-2"), "CELL-3", 0, 100, 0))),
            Joined("2026-03-15T08:00:00Z", "ADD", Item("PACK-1"), Item("CELL-1"), Item("CELL-2")),
            Joined("2026-04-10T08:00:00Z", "DELETE", Item("PACK-1"), Item("CELL-1")),
            Joined("2026-04-10T08:30:00Z", "ADD", Item("PACK-1"), Item("CELL-3")),
            Shipped("2026-04-20T08:00:00Z", Item("PACK-1")));
        return house;
    }

    private static async Task CaptureAsync(EventHouse house, params JsonObject[] events)
    {
        var document = new JsonObject
        {
            ["@context"] = new JsonArray("https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", new JsonObject { ["voltloop"] = "urn:voltloop:vocab:" }),
            ["type"] = "EPCISDocument",
            ["schemaVersion"] = "2.0",
            ["creationDate"] = "2026-07-01T00:00:00Z",
            ["epcisBody"] = new JsonObject { ["eventList"] = new JsonArray([.. events]) },
        };
        var result = await house.CaptureAsync(Encoding.UTF8.GetBytes(document.ToJsonString()));
        result.Job.Success.ShouldBeTrue(result.Job.Errors);
    }

    private static JsonObject Event(string type, string at) => new() { ["type"] = type, ["eventTime"] = at, ["eventTimeZoneOffset"] = "+00:00" };

    private static JsonObject Made(string at, (string Class, double Kg)[] inputs, string[] inputItems, (string Class, double Kg)[] outputs, string[] outputItems)
    {
        var made = Event("TransformationEvent", at);
        if (inputItems.Length > 0) made["inputEPCList"] = List(inputItems);
        if (inputs.Length > 0) made["inputQuantityList"] = Quantities(inputs);
        if (outputItems.Length > 0) made["outputEPCList"] = List(outputItems);
        if (outputs.Length > 0) made["outputQuantityList"] = Quantities(outputs);
        return made;
    }

    private static JsonObject Joined(string at, string action, string parent, params string[] children)
    {
        var joined = Event("AggregationEvent", at);
        (joined["action"], joined["parentID"], joined["childEPCs"]) = (action, parent, List(children));
        return joined;
    }

    private static JsonObject Shipped(string at, string item)
    {
        var shipped = Event("ObjectEvent", at);
        (shipped["action"], shipped["epcList"], shipped["bizStep"], shipped["disposition"]) = ("OBSERVE", List(item), "shipping", "in_transit");
        shipped["bizLocation"] = new JsonObject { ["id"] = "https://id.gs1.org/414/9521234000990" };
        shipped["destinationList"] = new JsonArray(new JsonObject { ["type"] = "owning_party", ["destination"] = "https://id.gs1.org/417/9521234000099" });
        return shipped;
    }

    private static (string Name, JsonNode Value) Parts(params (string Id, string Into, double From, double To, int Lane)[] parts) => ("voltloop:parts", new JsonArray([.. parts.Select(p =>
    {
        var part = new JsonObject { ["id"] = p.Id, ["into"] = Item(p.Into), ["fromMetre"] = p.From, ["toMetre"] = p.To };
        if (p.Lane > 0) part["lane"] = p.Lane;
        return part;
    })]));

    private static JsonObject With(JsonObject captured, (string Name, JsonNode Value) more)
    {
        captured[more.Name] = more.Value;
        return captured;
    }

    private static JsonArray List(params string[] ids) => [.. ids.Select(id => JsonValue.Create(id))];

    private static JsonArray Quantities((string Class, double Kg)[] goods) =>
        [.. goods.Select(g => new JsonObject { ["epcClass"] = g.Class, ["quantity"] = g.Kg, ["uom"] = "KGM" })];

    private static string Item(string serial) => $"{Base}/21/{serial}";

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
