using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport.CreatePassport;
using Voltloop.Passport.ExportPassport;
using Voltloop.Passport.ImportVoltloop;
using Voltloop.Record.Importing;
using Voltloop.Record.Policies;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Unit.Passport;

public sealed class PassportFileTests
{
    private const string File = """
        {"format":"voltloop-passport","version":1,"issuer":"Example Cells",
         "things":[{"id":"https://id.gs1.org/01/09521234500018","kind":"model","label":"M"},
                   {"id":"https://id.gs1.org/01/09521234500018/21/A1","kind":"cell","label":"A1","model":"https://id.gs1.org/01/09521234500018","aliases":["SN-1"]}],
         "statements":[{"thing":"https://id.gs1.org/01/09521234500018","term":"ratedCapacity","value":1.1,"unit":"Ah","validFrom":"2024-01-01T00:00:00Z","evidence":{"method":"illustrative"}},
                       {"thing":"https://id.gs1.org/01/09521234500018/21/A1","term":"remainingCapacity","value":1.05,"unit":"Ah","validFrom":"2025-01-01T00:00:00Z","uncertainty":{"lower":1.04,"upper":1.06,"level":0.95}}]}
        """;

    private readonly PassportRoom _room = new();

    [Fact]
    [Trait("Requirement", "LAW-05")]
    public async Task The_file_comes_back_from_an_export()
    {
        await WriteAsync(File);
        var exported = await _room.Exporter.ExportAsync(PassportRoom.Item, "voltloop", new ExportScope(AudiencePolicy.Operator, AsOf.Latest));
        var again = new PassportRoom();
        await again.Record.WriteAsync((await again.PlanOwnAsync(PassportRoom.Source(exported.ToJsonString()))).Batch);
        var view = await again.Reader.ReadAsync(PassportRoom.Item, AsOf.Latest, AudiencePolicy.Operator);
        view.Find("ratedCapacity")!.ShouldSatisfyAllConditions(
            entry => entry.FromModel.ShouldBeTrue(), entry => entry.Recorded.Statement.Evidence.Method.ShouldBe("illustrative"));
        view.Find("remainingCapacity")!.Recorded.Statement.Uncertainty!.Value.Upper.ShouldBe(1.06);
        view.Thing.ShouldSatisfyAllConditions(thing => thing.Kind.ShouldBe(ThingKind.Cell), thing => thing.Aliases.ShouldBe(["SN-1"]));
    }

    [Fact]
    public async Task Importing_it_again_changes_nothing()
    {
        await WriteAsync(File);
        (await _room.PlanOwnAsync(PassportRoom.Source(File))).AlreadyImported.ShouldBeTrue();
    }

    [Theory]
    [InlineData("\"Ah\"", "\"mAh\"", "invalid-value", "/statements/0")]
    [InlineData("ratedCapacity", "ratedKapacity", "unknown-term", "/statements/0")]
    [InlineData("\"value\":1.1", "\"value\":\"1,1\"", "invalid-value", "/statements/0")]
    [InlineData("01/09521234500018\",\"kind\":\"model\"", "01/09521234500019\",\"kind\":\"model\"", "invalid-identifier", "/things/0")]
    public async Task A_fault_is_named_with_its_place_and_nothing_is_planned(string from, string to, string code, string at)
    {
        var plan = await _room.PlanOwnAsync(PassportRoom.Source(ReplaceFirst(from, to)));
        plan.CanCommit.ShouldBeFalse();
        plan.Batch.Things.ShouldBeEmpty();
        plan.Findings.ShouldContain(finding => finding.Code == code && finding.Location == at && finding.Severity == FindingSeverity.Error);
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2", "unknown-format")]
    [InlineData("\"issuer\"", "\"isuer\"", "malformed-input")]
    public async Task A_newer_version_or_a_misspelt_member_is_refused(string from, string to, string code) =>
        (await Should.ThrowAsync<ProblemException>(() => _room.PlanOwnAsync(PassportRoom.Source(ReplaceFirst(from, to))))).Problem.Kind.Code.ShouldBe(code);

    [Fact]
    public async Task Creating_an_item_states_its_facts_and_resolves_those_of_its_model()
    {
        await CreateAsync(PassportRoom.Model.Value, ThingKind.Model, null, ("ratedCapacity", "1.1"));
        await CreateAsync(PassportRoom.Item.Value, ThingKind.Cell, PassportRoom.Model.Value, ("serialNumber", "\"A1\""));
        var view = await _room.Reader.ReadAsync(PassportRoom.Item, AsOf.Latest, AudiencePolicy.Public);
        view.Find("ratedCapacity")!.Recorded.Statement.Thing.ShouldBe(PassportRoom.Model);
        view.Find("serialNumber")!.Recorded.Statement.ValidFrom.ShouldBe(PassportRoom.Now);
    }

    [Fact]
    [Trait("Requirement", "18219-2")]
    public async Task Creating_it_twice_without_its_model_or_with_data_of_items_on_a_model_is_refused()
    {
        (await Should.ThrowAsync<ProblemException>(() => CreateAsync(PassportRoom.Item.Value, ThingKind.Cell, PassportRoom.Model.Value))).Problem.Kind.ShouldBe(CommonProblems.NotFound);
        (await Should.ThrowAsync<ProblemException>(() => CreateAsync(PassportRoom.Model.Value, ThingKind.Model, null, ("serialNumber", "\"A1\"")))).Problem.Location.ShouldBe("/statements/0");
        await CreateAsync(PassportRoom.Model.Value, ThingKind.Model, null);
        (await Should.ThrowAsync<ProblemException>(() => CreateAsync(PassportRoom.Model.Value, ThingKind.Model, null))).Problem.Kind.ShouldBe(CommonProblems.Conflict);
    }

    [Fact]
    [Trait("Requirement", "LAW-02")]
    public async Task Audiences_see_their_points_only_and_a_model_does_not_lend_data_of_items()
    {
        await WriteAsync(File);
        (await _room.Reader.ReadAsync(PassportRoom.Item, AsOf.Latest, AudiencePolicy.Public)).Find("remainingCapacity").ShouldBeNull();
        (await _room.Reader.ReadAsync(PassportRoom.Item, AsOf.Latest, "authority")).Find("remainingCapacity").ShouldBeNull();
        (await _room.Reader.ReadAsync(PassportRoom.Item, AsOf.Latest, "legitimate-interest")).Find("remainingCapacity").ShouldNotBeNull();
        var open = await _room.Exporter.ExportAsync(PassportRoom.Item, "catenax-6.1.0", new ExportScope(AudiencePolicy.Public, AsOf.Latest));
        open.ToJsonString().ShouldNotContain("1.05");
    }

    [Fact]
    [Trait("Requirement", "18221-1")]
    public async Task The_past_is_shown_as_it_was()
    {
        await WriteAsync(File);
        var before = AsOf.At(new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero));
        var view = await _room.Reader.ReadAsync(PassportRoom.Item, before, AudiencePolicy.Operator);
        view.Entries.Select(entry => entry.Term.Id).ShouldBe(["ratedCapacity"]);
    }

    [Theory]
    [InlineData("SN-1")]
    [InlineData("a1")]
    [InlineData("https://example.com/01/09521234500018/21/A1?linkType=all")]
    public async Task Things_are_found_by_serial_number_name_or_any_spelling_of_the_identifier(string text)
    {
        await WriteAsync(File);
        var resolver = new Voltloop.Record.Things.ThingResolver(_room.Record);
        (await resolver.FindAsync(text, TestContext.Current.CancellationToken)).Id.ShouldBe(PassportRoom.Item);
    }

    private static string ReplaceFirst(string from, string to)
    {
        var at = File.IndexOf(from, StringComparison.Ordinal);
        return string.Concat(File.AsSpan(0, at), to, File.AsSpan(at + from.Length));
    }

    private async Task WriteAsync(string file)
    {
        new VoltloopImporter(_room.Vocabulary).Recognises(PassportRoom.Source(file)).ShouldBeTrue();
        await _room.Record.WriteAsync((await _room.PlanOwnAsync(PassportRoom.Source(file))).Batch);
    }

    private Task CreateAsync(string id, ThingKind kind, string? model, params (string Term, string Json)[] facts) => _room.Creator.CreateAsync(
        new CreatePassportRequest
        {
            Id = id,
            Kind = kind,
            Model = model,
            Issuer = "issuer",
            Statements = facts.Select(fact => new StatementDraft { Term = fact.Term, Value = JsonDocument.Parse(fact.Json).RootElement }).ToList(),
        },
        TestContext.Current.CancellationToken);
}
