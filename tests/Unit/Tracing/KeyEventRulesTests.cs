using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tests.Unit.Tracing;

public sealed class KeyEventRulesTests
{
    public static TheoryData<string> RuleIds => [.. KeyEventSample.Vocabulary.Rules.Select(rule => rule.Id)];

    [Fact]
    public void The_sample_says_every_key_event_and_keeps_every_rule()
    {
        var events = KeyEventSample.Events();
        events.Select(KeyEventSample.Code).Distinct().ShouldBe(KeyEventSample.Vocabulary.Events.Select(one => one.Code), ignoreOrder: true);
        KeyEventSample.Check(events).Select(found => $"{found.Rule.Id} {found.Field}: {found.Message}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_that_is_broken_is_found_by_its_name(string id)
    {
        var rule = KeyEventSample.Vocabulary.Rules.Single(one => one.Id == id);
        var broken = Broken(rule);
        var found = KeyEventSample.Check(broken).Where(one => one.Rule.Id == id).ToList();
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(one => one.Field.StartsWith('/') && one.Message.EndsWith('.') && one.Rule.Remedy.Length > 0);
    }

    [Theory]
    [InlineData("formation", "ElectricCharge", 5000.0, "formation.capacity")]
    [InlineData("grading", "Voltage", 7.2, "grading.open-circuit-voltage")]
    [InlineData("coating", "Temperature", 400.0, "coating.dryer-temperature")]
    public void A_value_that_physics_does_not_give_is_found(string code, string type, double value, string rule)
    {
        var events = KeyEventSample.Events();
        foreach (var report in events.Where(one => KeyEventSample.Code(one) == code).SelectMany(one => one["sensorElementList"]![0]!["sensorReport"]!.AsArray()).Where(report => report!["type"]!.GetValue<string>() == type)) report!["value"] = value;
        var found = KeyEventSample.Check(events);
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(one => one.Rule.Id == rule && one.Message.Contains("plausible"));
    }

    [Fact]
    public void A_value_counts_in_any_unit_of_its_kind_and_in_no_other()
    {
        Charged(50_200, "E09").ShouldBeEmpty();
        Charged(50.2, "KGM").ShouldContain("formation.capacity");
    }

    [Fact]
    public void A_step_that_happened_later_does_not_count_and_the_message_says_when()
    {
        var events = KeyEventSample.Events();
        var filling = events.First(one => KeyEventSample.Code(one) == "filling");
        filling["eventTime"] = "2019-10-30T00:00:00Z";
        var found = KeyEventSample.Check(events).ShouldHaveSingleItem();
        (found.Rule.Id, found.Message.Contains("2019-10-30", StringComparison.Ordinal)).ShouldBe(("formation.after-filling", true));
    }

    [Fact]
    public void The_order_in_which_events_are_told_does_not_matter()
    {
        var events = KeyEventSample.Events();
        events.Reverse();
        KeyEventSample.Check(events).ShouldBeEmpty();
    }

    [Fact]
    public void What_has_been_shredded_comes_back_in_nothing_whichever_is_told_first()
    {
        var events = KeyEventSample.Events();
        var again = events.First(one => KeyEventSample.Code(one) == "service").DeepClone().AsObject();
        again["eventTime"] = "2026-01-01T00:00:00Z";
        events.Add(again);
        var store = events.First(one => KeyEventSample.Code(one) == "repurposing")["outputEPCList"]![0]!.GetValue<string>();
        again["epcList"] = new JsonArray(store);
        KeyEventSample.Check(events, one => ReferenceEquals(one, again)).Select(found => found.Rule.Id).ShouldBe(["dismantling.only-shredding-follows"]);
        KeyEventSample.Check(events, one => KeyEventSample.Code(one) == "shredding").Select(found => found.Rule.Id).ShouldBe(["shredding.nothing-follows"]);
    }

    [Fact]
    public void Dry_electrodes_need_no_slurry_and_solid_cells_no_electrolyte()
    {
        var events = KeyEventSample.Events().Where(one => KeyEventSample.Code(one) is not ("mixing" or "filling" or "formation")).ToList();
        KeyEventSample.Check(events).Select(found => found.Rule.Id).Distinct().ShouldBe(["coating.after-mixing", "grading.after-formation"], ignoreOrder: true);
        foreach (var one in events) one[KeyEventSample.Code(one) == "coating" ? "voltloop:route" : "voltloop:electrolyte"] = KeyEventSample.Code(one) == "coating" ? "dry" : "solid";
        KeyEventSample.Check(events).ShouldBeEmpty();
    }

    [Fact]
    public void The_own_business_step_says_a_key_event_too_and_the_field_goes_before_it()
    {
        KeyEventSample.Sight(Event("""{"bizStep":"voltloop:keyEvent:formation"}"""))!.Kind.Code.ShouldBe("formation");
        KeyEventSample.Sight(Event("""{"bizStep":"urn:voltloop:vocab:keyEvent:formation","voltloop:keyEvent":"grading"}"""))!.Kind.Code.ShouldBe("grading");
        KeyEventSample.Sight(Event("""{"bizStep":"inspecting"}""")).ShouldBeNull();
        KeyEventSample.Sight(Event("""{"voltloop:keyEvent":"levitation"}""")).ShouldBeNull();
    }

    [Fact]
    public void Settings_decide_what_a_broken_rule_does()
    {
        var (must, should) = (Rule("formation.after-filling"), Rule("formation.voltage"));
        var policy = new KeyEventPolicy();
        (policy.Of(must, null), policy.Of(should, null)).ShouldBe((KeyEventMode.Warn, KeyEventMode.Warn));
        policy.Mode = KeyEventMode.Reject;
        (policy.Of(must, null), policy.Of(should, null)).ShouldBe((KeyEventMode.Reject, KeyEventMode.Warn));
        (policy.Of(must, KeyEventMode.Off), policy.Of(must, KeyEventMode.Warn)).ShouldBe((KeyEventMode.Off, KeyEventMode.Warn));
        policy.Rules["formation.after-filling"] = KeyEventMode.Warn;
        policy.Rules["formation.voltage"] = KeyEventMode.Reject;
        (policy.Of(must, null), policy.Of(should, null)).ShouldBe((KeyEventMode.Warn, KeyEventMode.Reject));
    }

    [Fact]
    public void Steps_of_life_are_known_or_missing()
    {
        var history = new KeyEventHistory();
        const string Cell = "https://example.com/cell";
        history.Learn([Happened("assembly", 1), Happened("grading", 3)]);
        LifeStep.Of(KeyEventSample.Vocabulary, history, Cell).Select(step => (step.Kind.Code, step.At is not null))
            .ShouldBe([("assembly", true), ("formation", false), ("grading", true)]);
        LifeStep.Of(KeyEventSample.Vocabulary, history, "https://example.com/other").ShouldBeEmpty();

        static Happening Happened(string code, int day) => new(Cell, code, KeyEventPart.Subject, new DateTimeOffset(2027, 1, day, 0, 0, 0, TimeSpan.Zero));
    }

    private static List<string> Charged(double value, string unit)
    {
        var events = KeyEventSample.Events();
        foreach (var report in events.Where(one => KeyEventSample.Code(one) == "formation").Select(one => one["sensorElementList"]![0]!["sensorReport"]![0]!)) (report["value"], report["uom"]) = (value, unit);
        return [.. KeyEventSample.Check(events).Select(found => found.Rule.Id)];
    }

    private static KeyEventRule Rule(string id) => KeyEventSample.Vocabulary.Rules.Single(rule => rule.Id == id);

    private static JsonElement Event(string more)
    {
        var captured = JsonNode.Parse("""{"type":"ObjectEvent","action":"OBSERVE","eventTime":"2027-01-01T00:00:00Z","eventTimeZoneOffset":"+00:00","epcList":["https://example.com/x"]}""")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(more)!.AsObject()) captured[name] = value?.DeepClone();
        return JsonSerializer.SerializeToElement(captured);
    }

    // The sample with one rule broken wherever it holds.
    private static List<JsonObject> Broken(KeyEventRule rule)
    {
        var events = KeyEventSample.Events();
        var of = events.Where(one => KeyEventSample.Code(one) == rule.Event).ToList();
        switch (rule.Kind)
        {
            case KeyEventRuleKind.AfterAny or KeyEventRuleKind.AfterEvery:
                // Packs of the sample are made of modules: put a cell into one.
                if (rule.Id == "pack.every-cell-graded") of[0]["childEPCs"]!.AsArray().Add(events.First(one => KeyEventSample.Code(one) == "assembly")["outputEPCList"]![0]!.GetValue<string>());
                events.RemoveAll(one => rule.Names.Contains(KeyEventSample.Code(one)) && KeyEventSample.Code(one) != rule.Event);
                break;
            case KeyEventRuleKind.OnlyThen:
                var late = events.First(one => KeyEventSample.Code(one) == "use" && one["epcList"] is not null);
                late["eventTime"] = "2025-12-01T00:00:00Z";
                break;
            default:
                of.ForEach(one => Spoil(rule, one));
                break;
        }

        return events;
    }

    private static void Spoil(KeyEventRule rule, JsonObject one)
    {
        string[] gone = rule.Kind switch
        {
            KeyEventRuleKind.Sensor => ["sensorElementList"],
            KeyEventRuleKind.Place => ["readPoint", "bizLocation"],
            KeyEventRuleKind.Destination => ["destinationList"],
            KeyEventRuleKind.Certificate => ["certificationInfo", "bizTransactionList"],
            KeyEventRuleKind.Field => ["voltloop:" + rule.Field, "ilmd"],
            KeyEventRuleKind.Disposition => ["disposition"],
            KeyEventRuleKind.Mass or KeyEventRuleKind.MassOrSensor => ["quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"],
            _ => [],
        };
        foreach (var name in gone) one.Remove(name);
        if (rule.Kind == KeyEventRuleKind.Form) (one["type"], one["action"]) = ("TransactionEvent", "OBSERVE");
        if (rule.Kind == KeyEventRuleKind.Step) one["bizStep"] = "stock_taking";
    }
}
