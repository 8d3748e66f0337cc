using Voltloop.Tests.Conformance.Proofs;
using System.Text.Json;
using Voltloop.Record.Importing;

namespace Voltloop.Tests.Conformance.Passport;

[Trait("Requirement", "LAW-05")]
public sealed class OfficialPayloadTests : IAsyncDisposable
{
    private readonly Gateway _gateway = new();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    public static TheoryData<string, string, string?> Official => new()
    {
        { "batterypass-1.2:GeneralProductInformation", Path("GeneralProductInformation", "1.2.0", "GeneralProductInformation-payload"), Path("GeneralProductInformation", "1.2.0", "GeneralProductInformation-schema") },
        { "batterypass-1.2:CarbonFootprintForBatteries", Path("CarbonFootprint", "1.2.0", "CarbonFootprintForBatteries-payload"), Path("CarbonFootprint", "1.2.0", "CarbonFootprintForBatteries-schema") },
        { "batterypass-1.2:Circularity", Path("Circularity", "1.2.0", "Circularity"), Path("Circularity", "1.2.0", "Circularity-schema") },
        { "batterypass-1.2:Labeling", Path("Labels", "1.2.0", "Labeling-payload"), Path("Labels", "1.2.0", "Labeling-schema") },
        { "batterypass-1.2:MaterialComposition", Path("MaterialComposition", "1.2.0", "MaterialComposition-payload"), Path("MaterialComposition", "1.2.0", "MaterialComposition-schema") },
        { "batterypass-1.2:PerformanceAndDurability", Path("Performance", "1.2.0", "PerformanceAndDurability-payload"), Path("Performance", "1.2.0", "PerformanceAndDurability-schema") },
        { "batterypass-1.2.1:PerformanceAndDurability", Path("Performance", "1.2.1", "PerformanceAndDurability"), null },
        { "batterypass-1.2:SupplyChainDueDiligence", Path("SupplyChainDueDiligence", "1.2.0", "SupplyChainDueDiligence-payload"), Path("SupplyChainDueDiligence", "1.2.0", "SupplyChainDueDiligence-schema") },
        { "catenax-6.1.0", "catenax/io.catenax.battery.battery_pass/6.1.0/gen/BatteryPass.json", "catenax/io.catenax.battery.battery_pass/6.1.0/gen/BatteryPass-schema.json" },
    };

    public static TheoryData<string, string> CatenaX
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var version in new[] { "3.0.0", "3.0.1", "4.0.0", "5.0.0", "6.0.0" })
                data.Add("catenax-" + version, $"catenax/io.catenax.battery.battery_pass/{version}/gen/BatteryPass");
            foreach (var version in new[] { "2.0.0", "3.0.0", "4.0.0", "5.0.0", "6.0.0", "6.1.0", "7.0.0" })
                data.Add("catenax-dpp-" + version, $"catenax/io.catenax.generic.digital_product_passport/{version}/gen/DigitalProductPassport");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(CatenaX))]
    public async Task Each_version_of_the_CatenaX_models_is_recognised_and_comes_back_with_the_faults_of_its_sample(string format, string files)
    {
        var source = Gateway.Source(files + ".json");
        var plan = await _gateway.ImportAsync(source);
        plan.Format.ShouldBe(_gateway.Dialects.Get(format).Title);
        var back = await _gateway.ExportAsync(format);
        JsonElement.DeepEquals(Gateway.Parse(source.Bytes), back).ShouldBeTrue(back.GetRawText());
        var rules = Gateway.Parse(SharedData.Passport(files + "-schema.json"));
        var faults = SchemaOracle.Faults(rules, back);
        faults.ShouldBe(SchemaOracle.Faults(rules, Gateway.Parse(source.Bytes)));
        if (format is "catenax-3.0.0" or "catenax-3.0.1") faults.ShouldNotBeEmpty();
        else faults.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(CatenaX))]
    public async Task A_passport_of_another_version_is_written_only_with_elements_that_the_version_knows(string format, string files)
    {
        await _gateway.ImportAsync(Gateway.Source("catenax/io.catenax.battery.battery_pass/6.1.0/gen/BatteryPass.json"));
        var rules = Gateway.Parse(SharedData.Passport(files + "-schema.json"));
        var faults = SchemaOracle.Faults(rules, await _gateway.ExportAsync(format)).Where(fault => !fault.Contains("must have required property", StringComparison.Ordinal)).ToList();
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(Official))]
    public async Task An_official_payload_comes_back_semantically_equal(string format, string payload, string? schema)
    {
        var source = Gateway.Source(payload);
        var plan = await _gateway.ImportAsync(source);
        plan.Format.ShouldBe(_gateway.Dialects.Get(format).Title);
        EveryElementHasATerm(plan, schema ?? payload);
        var back = await _gateway.ExportAsync(format);
        JsonElement.DeepEquals(Gateway.Parse(source.Bytes), back).ShouldBeTrue(back.GetRawText());
    }

    [Theory]
    [MemberData(nameof(Official))]
    public async Task An_export_has_exactly_the_schema_faults_of_the_payload_it_came_from(string format, string payload, string? schema)
    {
        Assert.SkipWhen(schema is null, "There is no JSON Schema for this version.");
        var source = Gateway.Source(payload);
        await _gateway.ImportAsync(source);
        var rules = Gateway.Parse(SharedData.Passport(schema!));
        var faults = SchemaOracle.Faults(rules, await _gateway.ExportAsync(format));
        faults.ShouldBe(SchemaOracle.Faults(rules, Gateway.Parse(source.Bytes)));
        if (format == "batterypass-1.2:MaterialComposition") faults.ShouldHaveSingleItem().ShouldContain("batteryMaterialIdentifier");
        if (format is "batterypass-1.2:Labeling" or "catenax-6.1.0" or "batterypass-1.2:CarbonFootprintForBatteries") faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, FindingSeverity.Warning)]
    [InlineData(true, FindingSeverity.Error)]
    public async Task The_trailing_blank_in_the_official_CAS_number_is_named_with_its_pointer(bool strict, FindingSeverity severity)
    {
        var source = Gateway.Source(Path("MaterialComposition", "1.2.0", "MaterialComposition-payload"));
        var plan = await _gateway.PlanAsync(source, strict);
        var finding = plan.Findings.Single(found => found.Location == "/batteryMaterials/0/batteryMaterialIdentifier");
        finding.Code.ShouldBe("cas-number-malformed");
        finding.Severity.ShouldBe(severity);
        finding.Message.ShouldContain("blank");
        plan.CanCommit.ShouldBe(!strict);
    }

    [Fact]
    public async Task The_same_fact_of_both_dialects_goes_to_the_same_term_in_the_same_unit()
    {
        await _gateway.ImportAsync(Gateway.Source("catenax/io.catenax.battery.battery_pass/6.1.0/gen/BatteryPass.json"));
        var view = await _gateway.ReadAsync();
        view.Find("batteryMass")!.Recorded.Statement.Value.Json.ShouldBe("0.02");
        view.Find("ratedEnergy")!.Recorded.Statement.Value.Json.ShouldBe("500");
        view.Find("remainingCapacity")!.Recorded.Statement.Value.AsNumber().ShouldBe(4.0);
        view.Find("remainingCapacity")!.Recorded.Statement.ValidFrom.ShouldBe(new DateTimeOffset(2023, 12, 7, 9, 39, 13, 576, TimeSpan.Zero));
        view.Find("batteryStatus")!.Recorded.Statement.Value.AsText().ShouldBe("original");
        view.Find("initialResistancePack")!.Recorded.Statement.Value.AsNumber().ShouldBe(0.55);
        var asBatteryPass = await _gateway.ExportAsync("batterypass-1.2.1:PerformanceAndDurability");
        asBatteryPass.GetProperty("batteryTechicalProperties").GetProperty("ratedEnergy").GetRawText().ShouldBe("0.5");
        asBatteryPass.GetProperty("batteryCondition").GetProperty("remainingCapacity").GetProperty("lastUpdate").GetString().ShouldBe("2023-12-07T09:39:13.576Z");
    }

    [Fact]
    public async Task Importing_the_same_official_payload_again_changes_nothing()
    {
        var source = Gateway.Source("catenax/io.catenax.battery.battery_pass/6.1.0/gen/BatteryPass.json");
        (await _gateway.ImportAsync(source)).AlreadyImported.ShouldBeFalse();
        var again = await _gateway.PlanAsync(source);
        again.AlreadyImported.ShouldBeTrue();
        again.Batch.Assertions.ShouldBeEmpty();
    }

    private static string Path(string folder, string version, string file) => $"batterypass/BatteryPass/io.BatteryPass.{folder}/{version}/gen/{file}.json";

    // Generated samples hold numbers without a thousandfold, days that no calendar has and links that are none: only such
    // values may stay without a statement.
    private static void EveryElementHasATerm(ImportPlan plan, string which)
    {
        var without = plan.Findings.Where(finding => finding.Code == "unmapped-element").Select(finding => finding.Location);
        var misshapen = plan.Findings.Where(finding => finding.Code == "unexpected-shape").ToList();
        without.ShouldBe(misshapen.Select(finding => finding.Location), ignoreOrder: true, which);
        misshapen.All(finding => Excuses.Any(excuse => finding.Message.Contains(excuse, StringComparison.Ordinal))).ShouldBeTrue(string.Join('\n', misshapen));
    }

    private static readonly string[] Excuses = ["finite number", "type Date", "type Link"];
}
