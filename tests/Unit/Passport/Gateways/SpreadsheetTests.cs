using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Passport.ImportSpreadsheet;
using Voltloop.Record.Importing;
using Voltloop.Record.Policies;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Unit.Passport.Gateways;

public sealed class SpreadsheetTests
{
    private const string A1 = "https://id.gs1.org/01/09521234500018/21/A1";
    private const string A2 = "https://id.gs1.org/01/09521234500018/21/A2";
    private const string Model = "https://id.gs1.org/01/09521234500018";
    private readonly PassportRoom _room = new();

    [Fact]
    public async Task A_row_becomes_a_battery_with_its_values_in_our_units()
    {
        var plan = await ImportAsync($"id,Rated capacity [mAh],ratedEnergy [kWh],Date of manufacture,Serial number\n{A1},1100,0.5,2026-03-01,SN-1\n");
        plan.CanCommit.ShouldBeTrue();
        var view = await _room.Reader.ReadAsync(ThingId.Parse(A1), AsOf.Latest, AudiencePolicy.Operator);
        view.Find("ratedCapacity")!.Recorded.Statement.Value.AsNumber().ShouldBe(1.1);
        view.Find("ratedEnergy")!.Recorded.Statement.Value.AsNumber().ShouldBe(500);
        view.Find("manufacturingDate")!.Recorded.Statement.Value.AsText().ShouldBe("2026-03-01");
        view.Find("ratedEnergy")!.Recorded.Statement.Evidence.Inputs.ShouldHaveSingleItem().ShouldStartWith("sha256:");
    }

    [Fact]
    public async Task Data_of_the_model_goes_to_the_model_once_and_differing_rows_are_named()
    {
        await ImportAsync($"id,model,Nominal voltage,Serial number\n{A1},{Model},3.7,1\n{A2},{Model},3.7,2\n");
        (await _room.Record.FindThingAsync(ThingId.Parse(Model)))!.Kind.ShouldBe(ThingKind.Model);
        (await _room.Record.ReadStatementsAsync(ThingId.Parse(Model), AsOf.Latest)).ShouldHaveSingleItem().Statement.Term.ShouldBe("nominalVoltage");
        var plan = await PlanAsync(Csv($"id,model,Nominal voltage\n{A1},{Model},3.7\n{A2},{Model},3.8\n"));
        plan.Findings.Single(finding => finding.Code == "model-value-differs").Location.ShouldBe("row 3");
    }

    [Fact]
    public async Task Importing_the_same_sheet_again_writes_nothing()
    {
        var text = $"id,Rated capacity [mAh]\n{A1},1100\n{A2},1200\n";
        await ImportAsync(text);
        (await PlanAsync(Csv(text))).AlreadyImported.ShouldBeTrue();
        (await PlanAsync(Csv(text.Replace("1200", "1201", StringComparison.Ordinal)))).Batch.Assertions.ShouldHaveSingleItem().Statements.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_heading_of_ones_own_gets_its_meaning_from_a_mapping_row()
    {
        await ImportAsync($"#map,Kapazität,ratedCapacity,mAh\n# illustrative\nid,Kapazität,Remarks\n{A1},1100,good\n");
        var view = await _room.Reader.ReadAsync(ThingId.Parse(A1), AsOf.Latest, AudiencePolicy.Operator);
        view.Find("ratedCapacity")!.Recorded.Statement.Value.AsNumber().ShouldBe(1.1);
    }

    [Fact]
    public async Task Unknown_columns_are_reported_with_their_cell()
    {
        var finding = (await PlanAsync(Csv($"id,Colour\n{A1},red\n"))).Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Location, finding.Severity).ShouldBe(("unknown-column", "B1", FindingSeverity.Warning));
    }

    [Theory]
    [InlineData("id,Nominal voltage\nhttps://id.gs1.org/01/09521234500019/21/A1,3.7\n", "A2", null)]
    [InlineData("id,Rated capacity [kWh]\n" + A1 + ",3.7\n", "B1", "unit-mismatch")]
    [InlineData("id,Rated capacity [furlong]\n" + A1 + ",3.7\n", "B1", "unknown-unit")]
    [InlineData("id,Serial number\n" + A1 + ",1\n" + A1 + ",2\n", "A3", "duplicate-row")]
    [InlineData("id;Nominal voltage\n" + A1 + ";3,7\n", "B2", "decimal-comma")]
    [InlineData("id,Nominal voltage\n" + A1 + ",3.7 V\n", "B2", "not-a-number")]
    [InlineData("id,Nominal voltage\n" + A1 + ",NaN\n", "B2", "not-a-number")]
    [InlineData("id,Date of manufacture\n" + A1 + ",46082\n", "B2", "date-as-number")]
    [InlineData("id,Date of manufacture\n" + A1 + ",1.3.2026\n", "B2", "date-malformed")]
    [InlineData("id,Nominal voltage\n,3.7\n", "A2", "id-missing")]
    [InlineData("id,Serial number\n" + Model + ",S1\n", "B2", "invalid-value")]
    [InlineData("id,EU declaration of conformity\n" + A1 + ",file\n", "B2", "not-a-link")]
    public async Task A_fault_is_named_by_its_cell_and_nothing_is_written(string text, string cell, string? code)
    {
        var plan = await PlanAsync(Csv(text));
        var finding = plan.Findings.Where(found => found.Severity == FindingSeverity.Error).ShouldHaveSingleItem();
        finding.Location.ShouldBe(cell);
        if (code is not null) finding.Code.ShouldBe(code);
        else finding.Message.ShouldContain("check digit");
        plan.CanCommit.ShouldBeFalse();
        plan.Batch.Things.ShouldBeEmpty();
    }

    [Fact]
    public async Task Good_rows_are_written_without_the_bad_ones_when_asked()
    {
        var options = PassportRoom.Options(null) with { SkipBadRows = true };
        var plan = await PlanAsync(Csv($"id,Nominal voltage\n{A1},3.7\n{A2},3;7\n"), options);
        plan.CanCommit.ShouldBeTrue();
        plan.Batch.Things.ShouldHaveSingleItem().Id.Value.ShouldBe(A1);
        plan.Findings.ShouldContain(finding => finding.Code == "rows-skipped" && finding.Message.StartsWith("1 of 2", StringComparison.Ordinal));
        plan.Findings.ShouldContain(finding => finding.Location == "B3" && finding.Severity == FindingSeverity.Warning);
    }

    [Fact]
    public async Task One_bad_row_of_100_000_is_named_and_nothing_is_written()
    {
        var text = new StringBuilder("id,Nominal voltage\n");
        for (var row = 0; row < 100_000; row++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"https://id.gs1.org/01/09521234500018/21/{row},{(row == 77_777 ? "x" : "3.7")}\n");
        var clock = Stopwatch.StartNew();
        var plan = await PlanAsync(Csv(text.ToString()));
        TestContext.Current.SendDiagnosticMessage($"100,000 rows checked in {clock.ElapsedMilliseconds} ms");
        plan.Findings.ShouldHaveSingleItem().Location.ShouldBe("B77779");
        plan.Batch.Things.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nominal voltage\n3.7\n")]
    [InlineData("id,Nominal voltage\n\"open,3.7\n")]
    [InlineData("id,Nominal voltage\n\"closed\" early,3.7\n")]
    public async Task A_sheet_that_cannot_be_read_is_a_named_problem(string text) =>
        (await Should.ThrowAsync<ProblemException>(() => PlanAsync(Csv(text)))).Problem.Kind.ShouldBe(CommonProblems.MalformedInput);

    [Fact]
    public async Task A_workbook_is_read_with_its_dates_and_numbers()
    {
        var plan = await PlanAsync(Xlsx(new Workbook().Sheet("Batteries",
            Workbook.Row(1, "id", "Rated capacity [mAh]", "Date of manufacture") + Workbook.Row(2, A1, 1100, "<c r=\"C2\" s=\"1\"><v>46082</v></c>"))));
        plan.Findings.ShouldBeEmpty();
        var facts = plan.Batch.Assertions.ShouldHaveSingleItem().Statements;
        facts.Single(fact => fact.Term == "ratedCapacity").Value.AsNumber().ShouldBe(1.1);
        facts.Single(fact => fact.Term == "manufacturingDate").Value.AsText().ShouldBe("2026-03-01");
    }

    [Fact]
    public async Task Hidden_sheets_are_named_and_not_read()
    {
        var plan = await PlanAsync(Xlsx(new Workbook()
            .Sheet("Old", Workbook.Row(1, "id", "Nominal voltage") + Workbook.Row(2, A2, 1), "hidden")
            .Sheet("Batteries", Workbook.Row(1, "id", "Nominal voltage") + Workbook.Row(2, A1, 3.7))));
        plan.Findings.ShouldHaveSingleItem().Code.ShouldBe("hidden-sheet");
        plan.Batch.Things.ShouldHaveSingleItem().Id.Value.ShouldBe(A1);
    }

    [Theory]
    [InlineData("<c r=\"B2\"><f>1+1</f></c>", "", "formula-without-value", "B2")]
    [InlineData("<c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "", "cell-error", "B2")]
    [InlineData("<c r=\"B2\"><v>3.7</v></c>", "B2:B3", "merged-cells", "B2:B3")]
    [InlineData("<c r=\"B2\" t=\"inlineStr\"><is><t>3,7</t></is></c>", "", "decimal-comma", "B2")]
    [InlineData("<c r=\"B2\" s=\"1\"><v>46082</v></c>", "", "not-a-number", "B2")]
    public async Task A_fault_of_a_workbook_is_named_by_its_cell(string cell, string merges, string code, string at)
    {
        var rows = Workbook.Row(1, "id", "Nominal voltage") + Workbook.Row(2, A1, cell) + Workbook.Row(3, A2);
        var finding = (await PlanAsync(Xlsx(new Workbook().Sheet("S", rows, "visible", merges)))).Findings.Single(found => found.Severity == FindingSeverity.Error);
        (finding.Code, finding.Location).ShouldBe((code, at));
    }

    [Fact]
    public async Task A_date_without_its_format_is_named_with_the_day_it_would_be()
    {
        var plan = await PlanAsync(Xlsx(new Workbook().Sheet("S", Workbook.Row(1, "id", "Date of manufacture") + Workbook.Row(2, A1, 46082))));
        plan.Findings.ShouldHaveSingleItem().Message.ShouldContain("2026-03-01");
    }

    [Fact]
    public async Task Half_a_workbook_is_a_named_problem()
    {
        var whole = new Workbook().Sheet("S", "<row r=\"1\"><c r=\"A1\"").Bytes();
        (await Should.ThrowAsync<ProblemException>(() => PlanAsync(Xlsx(whole)))).Problem.Kind.ShouldBe(CommonProblems.MalformedInput);
    }

    [Theory]
    [InlineData("ev")]
    [InlineData("lmt")]
    [InlineData("industrial")]
    [InlineData("industrialStationary")]
    public async Task The_template_of_a_category_can_be_filled_and_read_back(string category)
    {
        var text = new SheetTemplate(_room.Vocabulary).Write(category);
        var plan = await PlanAsync(Csv(text + A1 + "\n"));
        plan.Findings.ShouldBeEmpty();
        plan.Batch.Things.ShouldHaveSingleItem();
        text.ShouldContain("Rated capacity [Ah]");
        text.ShouldContain("mandatory");
    }

    [Fact]
    public void A_template_of_no_category_is_a_named_problem() =>
        Should.Throw<ProblemException>(() => new SheetTemplate(_room.Vocabulary).Write("boat")).Problem.Remedy!.ShouldContain("lmt");

    [Theory]
    [InlineData("{\"id\":1}")]
    [InlineData("cycle,capacity\n1,2")]
    public void Other_content_is_not_taken_for_a_sheet(string text) => new SpreadsheetImporter(_room.Vocabulary).Recognises(Csv(text)).ShouldBeFalse();

    private static ImportSource Csv(string text) => Source("batteries.csv", Encoding.UTF8.GetBytes(text));

    private static ImportSource Xlsx(Workbook workbook) => Xlsx(workbook.Bytes());

    private static ImportSource Xlsx(byte[] bytes) => Source("batteries.xlsx", bytes);

    private static ImportSource Source(string name, byte[] bytes) => new(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    private Task<ImportPlan> PlanAsync(ImportSource source, ImportOptions? options = null) =>
        new SpreadsheetImporter(_room.Vocabulary).PlanAsync(source, options ?? PassportRoom.Options(null), _room.Record, CancellationToken.None);

    private async Task<ImportPlan> ImportAsync(string text)
    {
        new SpreadsheetImporter(_room.Vocabulary).Recognises(Csv(text)).ShouldBeTrue();
        var plan = await PlanAsync(Csv(text));
        await new VocabularyCheckedWriter(_room.Record, _room.Vocabulary).WriteAsync(plan.Batch);
        return plan;
    }
}
