using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Tests.Conformance.Passport;

[Trait("Requirement", "LAW-05")]
public sealed class IdtaSubmodelTests : IAsyncDisposable
{
    private readonly Gateway _gateway = new();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    public static TheoryData<string, string> Templates
    {
        get
        {
            var data = new TheoryData<string, string>();
            void Add(string format, string file)
            {
                data.Add(format, $"idta/Digital Battery Passport/{file}.json");
                data.Add(format, $"idta/Digital Battery Passport/{file}_without_examplevalues.json");
            }

            Add("idta-02035-1-1.0", "1_Digital Nameplate/1/0/IDTA 02035-1_DBP-Part-1_Digital Nameplate");
            Add("idta-02035-2-1.0", "2_Handover Documentation/1/0/IDTA 02035-2_DBP-Part-2_HandoverDocumentation");
            Add("idta-02035-3-1.0", "3_Product Carbon Footprint/1/0/IDTA 02035-3_DBP-Part-3_ProductCarbonFootprint");
            Add("idta-02035-4-1.0", "4_Technical Data/1/0/IDTA 02035-4_DBP-Part-4_TechnicalData");
            Add("idta-02035-4-1.0.1", "4_Technical Data/1/0/1/IDTA 02035-4_DBP-Part-4_TechnicalData");
            Add("idta-02035-5-1.0", "5_Product Condition/1/0/IDTA 02035-5_DBP-Part-5_ProductCondition");
            Add("idta-02035-5-1.0.1", "5_Product Condition/1/0/1/IDTA 02035-5_DBP-Part-5_ProductCondition");
            Add("idta-02035-6-1.0", "6_Material Composition/1/0/IDTA 02035-6_DBP-Part-6_MaterialComposition");
            Add("idta-02035-6-1.0.1", "6_Material Composition/1/0/1/IDTA 02035-6_DBP-Part-6_MaterialComposition");
            Add("idta-02035-7-1.0", "7_Circularity/1/0/IDTA 02035-7_DBP-Part-7_Circularity");
            Add("idta-02035-7-1.0.1", "7_Circularity/1/0/1/IDTA 02035-7_DBP-Part-7_Circularity");
            data.Add("idta-02099-1-1.0", "idta/Digital Product Passport/Digital Product Passport Part-1/1/0/1/IDTA 02099-1_Template Digital Product Passport - Part 1.json");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task An_official_template_is_recognised_by_its_meaning_and_comes_back_semantically_equal(string format, string file)
    {
        var source = Gateway.Source(file);
        (await _gateway.ImportAsync(source)).Format.ShouldBe(_gateway.Dialects.Get(format).Title);
        JsonElement.DeepEquals(Gateway.Parse(source.Bytes), await _gateway.ExportAsync(format)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task The_value_only_form_of_a_template_comes_back_semantically_equal(string format, string file)
    {
        await _gateway.ImportAsync(Gateway.Source(file));
        var values = await _gateway.ExportAsync(format + ":value");
        Assert.SkipWhen(values.EnumerateObject().Count() == 0, "The template holds no value.");
        await using var other = new Gateway();
        var plan = await other.ImportAsync(Gateway.Source(Encoding.UTF8.GetBytes(values.GetRawText())));
        var recognised = _gateway.Dialects.All.First(dialect => dialect.Title == plan.Format);
        recognised.ExtensionTerm.ShouldBe(_gateway.Dialects.Get(format).ExtensionTerm, "the value-only form says the part, not the version");
        JsonElement.DeepEquals(values, await other.ExportAsync(recognised.Id + ":value")).ShouldBeTrue();
    }

    [Fact]
    public async Task Product_condition_gives_dated_facts_in_our_units_and_says_that_the_capacity_is_declared_as_energy()
    {
        var plan = await _gateway.ImportAsync(Gateway.Source("idta/Digital Battery Passport/5_Product Condition/1/0/1/IDTA 02035-5_DBP-Part-5_ProductCondition.json"));
        plan.Findings.ShouldContain(finding => finding.Code == "ambiguous-in-dialect" && finding.Location == "/RemainingCapacity");
        var view = await _gateway.ReadAsync();
        view.Find("remainingCapacity")!.Recorded.Statement.Value.AsNumber().ShouldBe(56);
        view.Find("remainingEnergy")!.Recorded.Statement.Value.AsNumber().ShouldBe(30_000);
        view.Find("remainingEnergy")!.Recorded.Statement.ValidFrom.ShouldBe(new DateTimeOffset(2000, 1, 1, 14, 23, 0, TimeSpan.Zero));
        view.Find("energyThroughput")!.Recorded.Statement.Value.AsNumber().ShouldBe(100_000_000);
    }

    [Fact]
    public async Task The_corrected_version_of_product_condition_is_told_apart_and_needs_no_warning()
    {
        var text = Encoding.UTF8.GetString(SharedData.Passport("idta/Digital Battery Passport/5_Product Condition/1/0/1/IDTA 02035-5_DBP-Part-5_ProductCondition.json"))
            .Replace("product_condition:1.0.1#", "product_condition:1.0.2#", StringComparison.Ordinal)
            .Replace("product_condition:1.0.0#ProductCondition\"", "product_condition:1.0.2#ProductCondition\"", StringComparison.Ordinal);
        var plan = await _gateway.ImportAsync(Gateway.Source(Encoding.UTF8.GetBytes(text)));
        plan.Format.ShouldEndWith("1.0.2");
        plan.Findings.ShouldNotContain(finding => finding.Code == "ambiguous-in-dialect");
    }

    [Fact]
    public async Task A_changed_fact_changes_only_its_element_of_the_environment()
    {
        var source = Gateway.Source("idta/Digital Battery Passport/4_Technical Data/1/0/1/IDTA 02035-4_DBP-Part-4_TechnicalData.json");
        await _gateway.ImportAsync(source);
        await _gateway.ImportAsync(Gateway.Source(Encoding.UTF8.GetBytes("""{"batteryTechicalProperties":{"ratedCapacity":222.5}}""")));
        var before = JsonNode.Parse(source.Bytes.Span)!;
        var after = JsonNode.Parse((await _gateway.ExportAsync("idta-02035-4-1.0.1")).GetRawText())!;
        var rated = Find(after, "RatedCapacity");
        rated["value"]!.GetValue<string>().ShouldBe("222.5");
        rated["value"] = Find(before, "RatedCapacity")["value"]!.DeepClone();
        JsonNode.DeepEquals(before, after).ShouldBeTrue();
    }

    [Fact]
    public async Task Facts_of_another_format_become_an_environment_with_the_meanings_of_the_template()
    {
        await _gateway.ImportAsync(Gateway.Source("catenax/io.catenax.battery.battery_pass/6.1.0/gen/BatteryPass.json"));
        var environment = JsonNode.Parse((await _gateway.ExportAsync("idta-02035-4-1.0.1")).GetRawText())!;
        var voltage = Find(environment, "NominalVoltage");
        voltage["value"]!.GetValue<string>().ShouldBe("3.7");
        voltage["valueType"]!.GetValue<string>().ShouldBe("xs:float");
        voltage["semanticId"]!["keys"]![0]!["value"]!.GetValue<string>().ShouldBe("0173-1#02-ABL588#001");
        await using var other = new Gateway();
        var plan = await other.ImportAsync(Gateway.Source(Encoding.UTF8.GetBytes(environment.ToJsonString())));
        plan.Findings.Where(finding => finding.Code == "unmapped-element").Select(finding => finding.Location).ShouldBeEmpty();
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(environment), await other.ExportAsync("idta-02035-4-1.0.1")).ShouldBeTrue();
    }

    [Fact]
    public async Task Several_submodels_in_one_environment_are_read_each_by_its_meaning_and_strangers_are_named()
    {
        var nameplate = JsonNode.Parse(SharedData.Passport("idta/Digital Battery Passport/1_Digital Nameplate/1/0/IDTA 02035-1_DBP-Part-1_Digital Nameplate.json"))!;
        var material = JsonNode.Parse(SharedData.Passport("idta/Digital Battery Passport/6_Material Composition/1/0/1/IDTA 02035-6_DBP-Part-6_MaterialComposition.json"))!;
        nameplate["submodels"]!.AsArray().Add(material["submodels"]![0]!.DeepClone());
        nameplate["submodels"]!.AsArray().Add(JsonNode.Parse("""{"idShort":"Weather","modelType":"Submodel","id":"urn:x:1"}"""));
        var plan = await _gateway.ImportAsync(Gateway.Source(Encoding.UTF8.GetBytes(nameplate.ToJsonString())));
        plan.Findings.ShouldContain(finding => finding.Code == "submodel-unknown" && finding.Message.Contains("Weather", StringComparison.Ordinal));
        var view = await _gateway.ReadAsync();
        view.Find("serialNumber")!.Recorded.Statement.Value.AsText().ShouldBe("A12345-X75EN");
        view.Find("manufacturerName")!.Recorded.Statement.Value.AsText().ShouldBe("Muster AG");
        view.Find("batteryChemistryShortName")!.Recorded.Statement.Value.AsText().ShouldBe("NMC");
    }

    [Fact]
    public async Task An_environment_without_a_known_submodel_is_refused_by_name()
    {
        var problem = await Should.ThrowAsync<ProblemException>(() => _gateway.ImportAsync(Gateway.Source("""{"submodels":[{"idShort":"Weather"}]}"""u8.ToArray())));
        problem.Problem.Kind.ShouldBe(CommonProblems.UnknownFormat);
        problem.Problem.Detail.ShouldContain("02035-1");
    }

    [Fact]
    public async Task What_the_public_may_not_read_is_not_in_its_environment()
    {
        await _gateway.ImportAsync(Gateway.Source("idta/Digital Battery Passport/5_Product Condition/1/0/1/IDTA 02035-5_DBP-Part-5_ProductCondition.json"));
        var open = await _gateway.ExportAsync("idta-02035-5-1.0.1", AudiencePolicy.Public);
        open.GetRawText().ShouldNotContain("RemainingCapacity");
        open.GetRawText().ShouldNotContain("214");
    }

    private static JsonObject Find(JsonNode node, string idShort) => Search(node, idShort) ?? throw new InvalidOperationException(idShort);

    private static JsonObject? Search(JsonNode? node, string idShort) => node switch
    {
        JsonObject found when found["idShort"]?.ToString() == idShort && found.ContainsKey("modelType") && found["modelType"]!.ToString() == "Property" => found,
        JsonObject branch => branch.Select(member => Search(member.Value, idShort)).FirstOrDefault(found => found is not null),
        JsonArray list => list.Select(item => Search(item, idShort)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
