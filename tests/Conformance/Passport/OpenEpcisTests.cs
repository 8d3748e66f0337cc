using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;

namespace Voltloop.Tests.Conformance.Passport;

public sealed class OpenEpcisTests : IAsyncDisposable
{
    private const string Examples = "openepcis/extensions/eu/battery/examples/";
    private readonly Gateway _gateway = new();

    public static TheoryData<string, string> Payloads
    {
        get
        {
            var data = new TheoryData<string, string> { { "openepcis-en18223", Examples + "battery-product.en18223.json" } };
            foreach (var name in new[] { "amperia-staxwall-batch", "amperia-staxwall-item", "amperia-staxwall-model", "battery-product", "battery-product-batch", "battery-product-model", "portable-ebike-battery" })
                data.Add("openepcis-dpp", $"{Examples}{name}.operational.jsonld");
            foreach (var name in new[] { "ev", "industrial-without-bms", "lmt", "other-industrial", "reconstruction", "stationary" })
                data.Add("batterypass-ready-1.3", $"{Examples}batterypass-ready/{name}.gefeg.json");
            return data;
        }
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task An_example_is_recognised_and_comes_back_semantically_equal(string format, string path)
    {
        var source = Gateway.Source(path);
        var plan = await _gateway.ImportAsync(source);
        plan.Format.ShouldBe(_gateway.Dialects.Get(format).Title);
        plan.Findings.ShouldNotContain(finding => finding.Code == "unexpected-shape");
        var back = await _gateway.ExportAsync(format);
        JsonElement.DeepEquals(Gateway.Parse(source.Bytes), back).ShouldBeTrue(back.GetRawText());
    }

    [Theory]
    [InlineData("openepcis-en18223", "battery-product.en18223.json")]
    [InlineData("openepcis-dpp", "battery-product.operational.jsonld")]
    public async Task The_element_tree_and_the_plain_form_give_the_same_facts_in_our_units(string format, string name)
    {
        await _gateway.ImportAsync(Gateway.Source(Examples + name));
        var view = await _gateway.ReadAsync();
        view.Find("batteryCategory")!.Recorded.Statement.Value.AsText().ShouldBe("industrial", format);
        view.Find("batteryStatus")!.Recorded.Statement.Value.AsText().ShouldBe("original");
        view.Find("ratedEnergy")!.Recorded.Statement.Value.Json.ShouldBe("14300");
        view.Find("ratedCapacity")!.Recorded.Statement.Value.Json.ShouldBe("280");
        view.Find("ratedMaximumPower")!.Recorded.Statement.Value.Json.ShouldBe("7500");
        view.Find("batteryMass")!.Recorded.Statement.Value.Json.ShouldBe("125.5");
        view.Find("powerCapabilityRatio")!.Recorded.Statement.Value.AsNumber()!.Value.ShouldBe(52, 1e-9);
        view.Find("batteryCarbonFootprint")!.Recorded.Statement.Value.Json.ShouldBe("45.2");
        view.Find("carbonFootprintPerformanceClass")!.Recorded.Statement.Value.AsText().ShouldBe("B");
        view.Find("modelName")!.Recorded.Statement.Value.AsText().ShouldBe("EcoCell Industrial Battery Module IM-500");
        view.Find("lithiumPostConsumerRecycledShare")!.Recorded.Statement.Value.Json.ShouldBe("7");
    }

    [Fact]
    public async Task Both_forms_of_one_passport_state_the_same_terms()
    {
        await _gateway.ImportAsync(Gateway.Source(Examples + "battery-product.en18223.json"));
        await using var other = new Gateway();
        await other.ImportAsync(Gateway.Source(Examples + "battery-product.operational.jsonld"));
        var (tree, plain) = ((await _gateway.ReadAsync()).Entries.ToList(), (await other.ReadAsync()).Entries.ToList());
        tree.Select(entry => entry.Term.Id).ShouldBe(plain.Select(entry => entry.Term.Id), ignoreOrder: true);
        tree.Count.ShouldBeGreaterThan(60);
    }

    [Fact]
    public async Task A_changed_fact_changes_only_its_element_of_the_tree()
    {
        var source = Gateway.Source(Examples + "battery-product.en18223.json");
        await _gateway.ImportAsync(source);
        await _gateway.ImportAsync(Gateway.Source(Encoding.UTF8.GetBytes("""{"batteryTechicalProperties":{"ratedCapacity":222.5}}""")));
        var before = JsonNode.Parse(source.Bytes.Span)!;
        var after = JsonNode.Parse((await _gateway.ExportAsync("openepcis-en18223")).GetRawText())!;
        var rated = Element(Element(after, "hasTechnicalSpecifications"), "hasRatedCapacity");
        Element(rated, "value")["value"]!.ToJsonString().ShouldBe("222.5");
        rated["dictionaryReference"]!.GetValue<string>().ShouldEndWith("hasRatedCapacity");
        rated["elements"] = Element(Element(before, "hasTechnicalSpecifications"), "hasRatedCapacity")["elements"]!.DeepClone();
        JsonNode.DeepEquals(before, after).ShouldBeTrue();
    }

    [Theory]
    [InlineData("openepcis-dpp")]
    [InlineData("openepcis-en18223")]
    [InlineData("batterypass-ready-1.3")]
    [InlineData("untp-dpp-0.6")]
    public async Task Facts_of_another_format_are_written_and_read_back_the_same(string format)
    {
        await _gateway.ImportAsync(Gateway.Source("catenax/io.catenax.battery.battery_pass/6.1.0/gen/BatteryPass.json"));
        var exported = await _gateway.ExportAsync(format);
        await using var other = new Gateway();
        var plan = await other.ImportAsync(Gateway.Source(Encoding.UTF8.GetBytes(exported.GetRawText())));
        plan.Format.ShouldBe(_gateway.Dialects.Get(format).Title);
        plan.Findings.Where(finding => finding.Code is "unmapped-element" or "unexpected-shape").ShouldBeEmpty();
        foreach (var entry in (await other.ReadAsync()).Entries.Where(entry => !entry.Term.Id.StartsWith("extension", StringComparison.Ordinal)))
        {
            var ours = (await _gateway.ReadAsync()).Find(entry.Term.Id);
            ours.ShouldNotBeNull(entry.Term.Id);
            if (entry.Recorded.Statement.Value.AsNumber() is { } number) number.ShouldBe(ours!.Recorded.Statement.Value.AsNumber()!.Value, 1e-9, entry.Term.Id);
        }
    }

    [Fact]
    public async Task Two_elements_with_one_id_are_refused_by_name()
    {
        var tree = JsonNode.Parse(Gateway.Source(Examples + "battery-product.en18223.json").Bytes.Span)!;
        tree["elements"]!.AsArray().Add(tree["elements"]![0]!.DeepClone());
        var refused = await Should.ThrowAsync<ProblemException>(() => _gateway.PlanAsync(Gateway.Source(Encoding.UTF8.GetBytes(tree.ToJsonString()))));
        refused.Problem.Kind.ShouldBe(CommonProblems.InvalidValue);
        refused.Problem.Detail.ShouldContain("authorizedServiceCenters");
    }

    [Fact]
    public async Task An_amount_in_a_unit_that_nobody_knows_gives_no_fact_and_is_kept()
    {
        var passport = JsonNode.Parse(Gateway.Source(Examples + "battery-product.operational.jsonld").Bytes.Span)!;
        passport["netWeight"]!["unitCode"] = "STN";
        var plan = await _gateway.ImportAsync(Gateway.Source(Encoding.UTF8.GetBytes(passport.ToJsonString())));
        plan.Findings.ShouldContain(finding => finding.Code == "unexpected-shape" && finding.Location == "/netWeight");
        (await _gateway.ReadAsync()).Find("batteryMass").ShouldBeNull();
        (await _gateway.ExportAsync("openepcis-dpp")).GetProperty("netWeight").GetProperty("unitCode").GetString().ShouldBe("STN");
    }

    private static JsonObject Element(JsonNode parent, string id) =>
        parent["elements"]!.AsArray().Single(element => element!["elementId"]!.GetValue<string>() == id)!.AsObject();
}
