using Voltloop.Core.Time;
using Voltloop.Passport.ExportPassport;
using Voltloop.Passport.Model;
using Voltloop.Record.Policies;

namespace Voltloop.Tests.Unit.Passport.Gateways;

[Trait("Requirement", "LAW-05")]
public sealed class LossReportTests
{
    private readonly PassportRoom _room = new();

    [Fact]
    public async Task Facts_without_an_element_in_the_format_are_listed()
    {
        await ImportAsync("""{"specVersion":"urn:io.catenax.battery.battery_pass:6.1.0","performance":{"rated":{"voltage":{"nominal":3.7},"power":{"at80SoC":5}}}}""");
        var loss = await LossAsync("idta-02035-4-1.0.1");
        loss.Carried.ShouldBe(1);
        var lost = loss.Lost.ShouldHaveSingleItem();
        (lost.Term, lost.Code).ShouldBe(("powerCapabilityAt80SoC", "no-element"));
    }

    [Fact]
    public async Task A_list_in_the_shape_of_another_format_is_listed_and_not_written_wrongly()
    {
        await ImportAsync("""{"batteryMaterials":[{"batteryMaterialName":"Lithium"}]}""");
        var exported = await ExportAsync("idta-02035-6-1.0.1:value");
        exported.Loss.Lost.ShouldHaveSingleItem().Code.ShouldBe("other-shape");
        exported.File.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Elements_kept_for_another_format_are_listed()
    {
        await ImportAsync("""{"labels":[{"labelingSubject":"SeparateCollection"}],"unheardOf":1}""");
        (await LossAsync("catenax-6.1.0")).Lost.ShouldContain(lost => lost.Code == "other-format" && lost.Term == "extensionBatteryPassLabeling");
        (await LossAsync("batterypass-1.2:Labeling")).Lost.ShouldBeEmpty();
    }

    [Fact]
    public async Task Elements_kept_for_another_version_are_listed()
    {
        await ImportAsync("""{"specVersion":"urn:io.catenax.battery.battery_pass:6.1.0","handling":{"applicable":true},"unheardOf":1}""");
        (await LossAsync("catenax-5.0.0")).Lost.ShouldContain(lost => lost.Reason.Contains("catenax-6.1.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_moment_that_the_format_cannot_say_is_a_partial_loss()
    {
        await ImportAsync("""{"batteryCondition":{"stateOfCharge":{"stateOfChargeValue":50,"lastUpdate":"2026-01-01T00:00:00Z"}},"batteryTechicalProperties":{}}""");
        (await LossAsync("keystone-2")).Incomplete.ShouldContain(part => part.Term == "stateOfCharge" && part.Code == "moment-dropped");
        (await LossAsync("catenax-6.1.0")).Incomplete.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_word_outside_of_the_formats_list_is_a_partial_loss()
    {
        await ImportAsync("""{"batteryPassportIdentifier":"urn:bmwk:1","batteryCategory":"stationary"}""");
        (await LossAsync("catenax-6.1.0")).Incomplete.ShouldContain(part => part.Term == "batteryCategory" && part.Code == "word-unknown");
    }

    [Fact]
    public async Task Our_own_file_loses_nothing()
    {
        await ImportAsync("""{"labels":[{"labelingSubject":"SeparateCollection"}],"unheardOf":1}""");
        var loss = await LossAsync("voltloop");
        loss.Lost.ShouldBeEmpty();
        loss.Carried.ShouldBe(2);
    }

    [Fact]
    public async Task What_an_audience_may_not_read_is_not_mentioned()
    {
        await ImportAsync("""{"batteryCondition":{"stateOfCharge":{"stateOfChargeValue":50,"lastUpdate":"2026-01-01T00:00:00Z"}},"batteryTechicalProperties":{"nominalVoltage":3.7}}""");
        var exported = await _room.Exporter.ExportWithLossAsync(PassportRoom.Item, "batterypass-1.2:Labeling", new ExportScope(AudiencePolicy.Public, AsOf.Latest));
        exported.Loss.Lost.ShouldHaveSingleItem().Term.ShouldBe("nominalVoltage");
    }

    private Task ImportAsync(string payload) => _room.ImportAsync(PassportRoom.Source(payload));

    private async Task<LossReport> LossAsync(string format) => (await ExportAsync(format)).Loss;

    private Task<ExportedPassport> ExportAsync(string format) =>
        _room.Exporter.ExportWithLossAsync(PassportRoom.Item, format, new ExportScope(AudiencePolicy.Operator, AsOf.Latest));
}
