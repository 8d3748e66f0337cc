using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tests.Unit.Tracing;

public sealed class RecoveredMassTests
{
    private const string Base = "https://id.gs1.org/01/09521234500018/";
    private const string A = Base + "21/A";
    private const string B = Base + "21/B";

    [Fact]
    public void Batteries_share_by_their_masses_and_what_is_recovered_adds_up()
    {
        FactEvent[] steps = [Shred("BM", 10, (A, 3), (B, 1)), Step("leaching", [("BM", 10)], ("L", 50)), Step("recovery", [("L", 50)], ("SALT", 4))];
        Recovered(A, steps).ShouldBe(4 * 0.2 * 0.75, 1e-12);
        (Recovered(A, steps) + Recovered(B, steps)).ShouldBe(4 * 0.2, 1e-12);
    }

    [Fact]
    public void Without_masses_they_share_equally_and_strangers_have_nothing()
    {
        FactEvent[] steps = [Shred("BM", 10, (A, 0), (B, 0)), Step("recovery", [("BM", 10)], ("SALT", 4))];
        Recovered(A, steps).ShouldBe(4 * 0.2 * 0.5, 1e-12);
        Recovered(Base + "21/C", steps).ShouldBe(0);
    }

    [Fact]
    public void Other_lots_thin_the_share_out()
    {
        FactEvent[] steps = [Shred("BM", 10, (A, 1)), Step("leaching", [("BM", 10), ("OTHER", 30)], ("L", 100)), Step("recovery", [("L", 60)], ("SALT", 4)), Step("recovery", [("L", 40)], ("SALT", 2))];
        Recovered(A, steps).ShouldBe(6 * 0.2 * 0.25, 1e-12);
    }

    private static double Recovered(string battery, FactEvent[] steps)
    {
        var mass = new RecoveredMass(battery);
        foreach (var step in steps) mass.Take(step);
        return mass.Elements.GetValueOrDefault("Co");
    }

    private static FactEvent Shred(string output, double mass, params (string Id, double Mass)[] batteries)
    {
        var captured = New("shredding", (output, mass));
        captured["inputEPCList"] = new JsonArray([.. batteries.Select(one => JsonValue.Create(one.Id))]);
        if (batteries.All(one => one.Mass > 0)) captured["voltloop:parts"] = new JsonArray([.. batteries.Select(one => new JsonObject { ["id"] = one.Id, ["mass"] = one.Mass })]);
        return Fact(captured);
    }

    private static FactEvent Step(string code, (string Lot, double Mass)[] inputs, (string Lot, double Mass) output)
    {
        var captured = New(code, output);
        captured["inputQuantityList"] = new JsonArray([.. inputs.Select(Quantity)]);
        if (code == "recovery") captured["voltloop:content"] = new JsonArray(new JsonObject { ["element"] = "Co", ["massFraction"] = 0.2 });
        return Fact(captured);
    }

    private static JsonObject New(string code, (string Lot, double Mass) output) => new()
    {
        ["type"] = "TransformationEvent", ["eventTime"] = "2026-01-01T00:00:00Z", ["eventTimeZoneOffset"] = "+00:00", ["voltloop:keyEvent"] = code, ["outputQuantityList"] = new JsonArray(Quantity(output)),
    };

    private static JsonObject Quantity((string Lot, double Mass) one) => new() { ["epcClass"] = Base + "10/" + one.Lot, ["quantity"] = one.Mass, ["uom"] = "KGM" };

    private static FactEvent Fact(JsonObject captured)
    {
        var json = JsonSerializer.SerializeToElement(captured);
        return new FactEvent(KeyEventSample.Sight(json)!, json, "ni:///x", "me");
    }
}
