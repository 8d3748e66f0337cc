using System.Text;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport.ExportPassport;
using Voltloop.Passport.ImportPayload;
using Voltloop.Record.Importing;
using Voltloop.Record.Policies;
using Voltloop.Record.Statements;
using Voltloop.Record.Ports;

namespace Voltloop.Tests.Unit.Passport;

public sealed class ImportPayloadTests
{
    private const string Labels = """{"labels":[{"labelingSubject":"SeparateCollection"}],"declarationOfConformity":"https://x.example/doc","resultOfTestReport":"https://x.example/report"}""";
    private readonly PassportRoom _room = new();

    [Fact]
    public async Task Data_of_the_model_goes_to_the_model_and_data_of_the_item_to_the_item()
    {
        var options = PassportRoom.Options(PassportRoom.Item) with { Model = PassportRoom.Model };
        await _room.ImportAsync(PassportRoom.Source("""{"specVersion":"urn:io.catenax.battery.battery_pass:6.1.0","identification":{"category":"LMT","identification":{"serial":[{"key":"partInstanceId","value":"SN-9"}]}}}"""), options);
        (await _room.Record.ReadStatementsAsync(PassportRoom.Model, AsOf.Latest)).Select(s => s.Statement.Term).ShouldBe(["batteryCategory"]);
        (await _room.Record.ReadStatementsAsync(PassportRoom.Item, AsOf.Latest)).Select(s => s.Statement.Term).ShouldBe(["serialNumber"]);
        var view = await _room.Reader.ReadAsync(PassportRoom.Item, AsOf.Latest, AudiencePolicy.Public);
        view.Find("batteryCategory")!.FromModel.ShouldBeTrue();
        view.Find("batteryCategory")!.Recorded.Statement.Value.AsText().ShouldBe("lmt");
        view.Thing.Aliases.ShouldContain("SN-9");
    }

    [Fact]
    public async Task An_element_without_a_term_is_reported_kept_and_written_back()
    {
        const string payload = """{"labels":[],"ownElement":{"deep":[1,null,"x"]},"declarationOfConformity":null}""";
        var plan = await _room.ImportAsync(PassportRoom.Source(payload));
        var note = plan.Findings.Single(finding => finding.Location == "/ownElement");
        note.Severity.ShouldBe(FindingSeverity.Note);
        note.Code.ShouldBe("unmapped-element");
        (await ExportAsync("batterypass-1.2:Labeling")).ShouldBeEquivalentJson(payload);
    }

    [Fact]
    public async Task Lists_with_keys_keep_their_order_their_doubles_and_their_strangers()
    {
        const string payload = """{"renewableContent":5,"recycledContent":[{"recycledMaterial":"Nickel","preConsumerShare":1.5,"postConsumerShare":2},{"recycledMaterial":"Cobalt","preConsumerShare":3,"postConsumerShare":4},{"recycledMaterial":"Nickel","preConsumerShare":9},{"recycledMaterial":"Gold"}]}""";
        await _room.ImportAsync(PassportRoom.Source(payload));
        var view = await _room.Reader.ReadAsync(PassportRoom.Item, AsOf.Latest, AudiencePolicy.Operator);
        view.Find("nickelPreConsumerRecycledShare")!.Recorded.Statement.Value.AsNumber().ShouldBe(1.5);
        (await ExportAsync("batterypass-1.2:Circularity")).ShouldBeEquivalentJson(payload);
    }

    [Fact]
    public async Task A_changed_fact_is_exported_changed_although_the_import_had_kept_its_spelling()
    {
        await _room.ImportAsync(PassportRoom.Source("""{"commercial":{},"characteristics":{"physicalDimension":{"weight":{"value":20.0,"unit":"unit:gram"}}}}"""));
        var heavier = new Statement(PassportRoom.Item, "batteryMass", StatementValue.Of(0.5), PassportRoom.Now.AddDays(1)) { Unit = "kg" };
        await _room.Record.WriteAsync(new WriteBatch { Assertions = [new Assertion("issuer", [heavier])] });
        var weight = (await ExportAsync("catenax-6.1.0")).GetProperty("characteristics").GetProperty("physicalDimension").GetProperty("weight");
        weight.ShouldBeEquivalentJson("""{"value":0.5,"unit":"unit:kilogram"}""");
    }

    [Fact]
    public async Task Both_versions_of_the_performance_aspect_are_told_apart_by_their_content()
    {
        var old = await _room.PlanAsync(PassportRoom.Source("""{"batteryCondition":{"remainingEnergy":{"remainingEnergyalue":2.5,"lastUpdate":"2026-01-01T00:00:00Z"}}}"""));
        var newer = await _room.PlanAsync(PassportRoom.Source("""{"batteryCondition":{"remainingEnergy":{"remainingEnergyValue":2.5,"lastUpdate":"2026-01-01T00:00:00Z"}}}"""));
        old.Format.ShouldContain("1.2.0");
        newer.Format.ShouldContain("1.2.1");
        old.Batch.Assertions[0].Statements[0].Value.Json.ShouldBe("2500");
        old.Batch.Assertions[0].Statements[0].Unit.ShouldBe("Wh");
        old.Batch.Assertions[0].Statements[0].ValidFrom.ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_defect_of_the_dialect_is_a_warning_on_every_import()
    {
        var plan = await _room.PlanAsync(PassportRoom.Source("""{"batteryCondition":{"remainingCapacity":{"remainingCapacityValue":4,"lastUpdate":"2026-01-01T00:00:00Z"}}}"""));
        var finding = plan.Findings.Single(found => found.Code == "ambiguous-in-dialect");
        finding.Location.ShouldBe("/batteryCondition/remainingCapacity");
        finding.Message.ShouldContain("kWh");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public async Task Encodings_are_sniffed(string name)
    {
        var source = PassportRoom.Source(Labels, Encoding.GetEncoding(name));
        new PayloadImporter(_room.Dialects, _room.Vocabulary).Recognises(source).ShouldBeTrue();
        (await _room.PlanAsync(source)).Batch.Assertions[0].Statements.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("""{"labels":""", '[')]
    [InlineData("", '[')]
    [InlineData("""{"labels":{"a":""", '{')]
    public async Task Json_nested_ten_thousand_deep_is_a_named_problem(string start, char open)
    {
        var source = PassportRoom.Source(start + (open == '[' ? new string('[', 10_000) : string.Concat(Enumerable.Repeat("{\"a\":", 10_000))));
        var problem = (await Should.ThrowAsync<ProblemException>(() => _room.PlanAsync(source))).Problem;
        problem.Kind.ShouldBe(CommonProblems.LimitExceeded);
        problem.Detail.ShouldContain("MaxJsonDepth");
    }

    [Theory]
    [InlineData("{\"labels\":[", "line 1")]
    [InlineData("{\"labels\":[1],\n\"labels\":[2]}", "")]
    [InlineData("{\"labels\":[01]}", "line 1")]
    public async Task Broken_json_is_a_named_problem_with_its_place(string text, string place)
    {
        var problem = (await Should.ThrowAsync<ProblemException>(() => _room.PlanAsync(PassportRoom.Source(text)))).Problem;
        problem.Kind.ShouldBe(CommonProblems.MalformedInput);
        (problem.Location ?? "").ShouldContain(place);
    }

    [Fact]
    public async Task Half_a_utf16_file_is_a_named_problem()
    {
        var whole = PassportRoom.Source(Labels, Encoding.Unicode);
        var source = whole with { Bytes = whole.Bytes[..^5] };
        (await Should.ThrowAsync<ProblemException>(() => _room.PlanAsync(source))).Problem.Kind.ShouldBe(CommonProblems.MalformedInput);
    }

    [Fact]
    public async Task A_payload_that_names_no_battery_asks_for_one()
    {
        var problem = (await Should.ThrowAsync<ProblemException>(() => _room.PlanAsync(PassportRoom.Source(Labels), PassportRoom.Options(null)))).Problem;
        problem.Remedy!.ShouldContain("--thing");
    }

    [Fact]
    public async Task A_value_of_the_wrong_shape_is_kept_and_warned_about()
    {
        const string payload = """{"labels":[1],"declarationOfConformity":{"not":"a link"}}""";
        var plan = await _room.ImportAsync(PassportRoom.Source(payload));
        plan.Findings.ShouldContain(finding => finding.Code == "unexpected-shape" && finding.Location == "/declarationOfConformity");
        (await ExportAsync("batterypass-1.2:Labeling")).ShouldBeEquivalentJson(payload);
    }

    [Fact]
    public async Task Importing_twice_writes_once_and_a_change_writes_only_the_change()
    {
        await _room.ImportAsync(PassportRoom.Source(Labels));
        (await _room.PlanAsync(PassportRoom.Source(Labels))).AlreadyImported.ShouldBeTrue();
        var changed = await _room.PlanAsync(PassportRoom.Source(Labels.Replace("/doc", "/newer", StringComparison.Ordinal)));
        changed.Batch.Assertions.ShouldHaveSingleItem().Statements.ShouldHaveSingleItem().Term.ShouldBe("declarationOfConformity");
        changed.Changes.ShouldHaveSingleItem().Before.ShouldBe("https://x.example/doc");
    }

    [Fact]
    public async Task Changing_what_all_items_share_is_a_warning()
    {
        var options = PassportRoom.Options(PassportRoom.Item) with { Model = PassportRoom.Model };
        await _room.ImportAsync(PassportRoom.Source(Labels), options);
        var plan = await _room.PlanAsync(PassportRoom.Source(Labels.Replace("/doc", "/newer", StringComparison.Ordinal)), options);
        plan.Findings.ShouldContain(finding => finding.Code == "model-value-changes" && finding.Severity == FindingSeverity.Warning);
    }

    [Theory]
    [InlineData("""{"renewableContent":101}""", "percent-out-of-range", "/renewableContent")]
    [InlineData("""{"batteryMaterials":[{"batteryMaterialIdentifier":"7439-93-3"}]}""", "cas-number-malformed", "/batteryMaterials/0/batteryMaterialIdentifier")]
    [InlineData("""{"batteryPassportIdentifier":"urn:bmwk:1","batteryCategory":"boat"}""", "value-not-in-list", "/batteryCategory")]
    [InlineData("""{"specVersion":"urn:io.catenax.battery.battery_pass:6.1.0","operation":{"intoServiceDate":"7172-75-08"}}""", "date-malformed", "/operation/intoServiceDate")]
    [InlineData("""{"specVersion":"x","materials":{"composition":[{"id":[{"type":"EC","id":"201-004-7"},{"type":"CAS","id":"201-004-7"}]}]}}""", "cas-number-malformed", "/materials/composition/0/id/1/id")]
    public async Task Content_that_breaks_a_rule_is_reported_with_its_pointer(string payload, string code, string pointer)
    {
        var finding = (await _room.PlanAsync(PassportRoom.Source(payload))).Findings.Single(found => found.Code == code);
        finding.Location.ShouldBe(pointer);
        finding.Severity.ShouldBe(FindingSeverity.Warning);
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("cycle,capacity\n1,2")]
    [InlineData("""{"format":"voltloop-passport","things":[]}""")]
    [InlineData("")]
    public void Other_content_is_not_recognised(string text) =>
        new PayloadImporter(_room.Dialects, _room.Vocabulary).Recognises(PassportRoom.Source(text)).ShouldBeFalse();

    private async Task<JsonElement> ExportAsync(string format) => JsonSerializer.SerializeToElement(
        await _room.Exporter.ExportAsync(PassportRoom.Item, format, new ExportScope(AudiencePolicy.Operator, AsOf.Latest)));
}
