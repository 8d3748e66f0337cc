using System.Globalization;
using System.Text;
using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Health.CheckPacks;
using Voltloop.Health.ImportTimeSeries;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Packs;
using Voltloop.Health.ReadPacks;
using Voltloop.Kernels.Detection;
using Voltloop.Record.Things;
using Voltloop.Web.Http;

namespace Voltloop.Tests.Unit.Health.Packs;

public sealed class PackFileTests
{
    [Fact]
    public void A_table_is_read_whatever_the_order_and_the_units_of_its_columns()
    {
        var recording = Read("Cell 2 / mV,Time / min,cell_1_v,Current(mA),V3 [V],temp_1_c\n" + Rows(12, i => $"{3600 + i},{i},3.61,{1000 * i},3.62,25"));
        recording.Matrix.Second[1].ShouldBe(60);
        recording.Matrix.Ampere[2].ShouldBe(2, 1e-12);
        recording.Matrix.Volt.Select(cell => cell[0]).ShouldBe([3.61, 3.6, 3.62]);
        recording.Matrix.Celsius.ShouldHaveSingleItem()[0].ShouldBe(25);
    }

    [Fact]
    public void Numbers_far_above_any_cell_are_read_as_millivolts_and_that_is_told()
    {
        var recording = Read("time_s,cell_1,cell_2,cell_3\n" + Rows(12, i => $"{i},3600,3{600 + i},3602"));
        recording.Matrix.Volt[0][0].ShouldBe(3.6, 1e-12);
        recording.Findings.ShouldContain(finding => finding.Code == "unit-converted");
    }

    [Theory]
    [InlineData("time_s,cell_1_v\n0,3.6\n", "too-few-cells")]
    [InlineData("time_s,cell_1_v,cell_2_v\n0,3.6,3.6\n", "too-few-cells")]
    [InlineData("time_s,current_a\n0,1\n", "column-missing")]
    [InlineData("cell_1_v,cell_2_v,cell_3_v\n3.6,3.6,3.6\n", "column-missing")]
    [InlineData("time_s,cell_1_v,cell_2_v,cell_3_v\n0,3.6,3.6\n", "ragged-row")]
    [InlineData("time_s,cell_1_v,cell_2_v,cell_3_v\n0,3.6,NaN,3.6\n", "not-finite")]
    [InlineData("time_s,cell_1_v,cell_2_v,cell_3_v\n0,3.6,x,3.6\n", "not-a-number")]
    [InlineData("time_s,cell_1_v,cell_2_v,cell_3_ohm\n0,3.6,3.6,3.6\n", "unit-mismatch")]
    [InlineData("time_s,cell_1_v,cell_01_v,cell_3_v\n0,3.6,3.6,3.6\n", "column-duplicated")]
    [InlineData("time_s,cell_1_v,cell_2_v,cell_3_v\n0,3.6,3.6,3.6\n1,3.6,3.6,3.6\n", "too-few-rows")]
    [InlineData("", "empty-file")]
    public void What_cannot_be_checked_is_refused_by_name(string table, string code) =>
        Should.Throw<ProblemException>(() => Read(table)).Problem.Detail.ShouldStartWith(code);

    [Fact]
    public void Time_that_stands_still_is_refused_with_its_line()
    {
        var problem = Should.Throw<ProblemException>(() => Read("time_s,cell_1_v,cell_2_v,cell_3_v\n" + Rows(12, i => $"{(i == 5 ? 4 : i)},3.6,3.6,3.6"))).Problem;
        problem.Detail.ShouldStartWith("time-not-growing");
        problem.Location.ShouldBe("line 7");
    }

    [Fact]
    public void Values_no_cell_has_and_values_at_the_rail_of_the_sensors_count_as_missing()
    {
        var recording = Read("time_s,cell_1_v,cell_2_v,cell_3_v\n" + Rows(40, i => string.Create(CultureInfo.InvariantCulture, $"{i},{(i == 3 ? 65.535 : 3.6)},{Math.Min(4.0, 3.8 + 0.01 * i):0.000},{Math.Min(4.0, 3.7 + 0.01 * i):0.000}")));
        recording.Findings.Select(finding => finding.Code).ShouldBe(["implausible-voltage", "saturated-sensor"], ignoreOrder: true);
        double.IsNaN(recording.Matrix.Volt[0][3]).ShouldBeTrue();
        recording.Matrix.Volt[1].Count(double.IsNaN).ShouldBe(20);
    }

    [Fact]
    public void Constant_cells_are_alike_and_no_figure_is_made_up()
    {
        var report = Check("time_s,current_a,cell_1_v,cell_2_v,cell_3_v\n" + Rows(200, i => $"{60 * i},0,3.6,3.6,3.6"));
        report.Safety.Findings.ShouldBeEmpty();
        report.Consistency.Cells.ShouldAllBe(cell => cell.ChargeAh == null && cell.Milliohm == null && cell.CapacityPercent == null && cell.Outlying.Count == 0);
        report.Consistency.Notes.ShouldContain("No current flowed: only voltages at rest can be compared.");
    }

    [Fact]
    public async Task A_table_is_imported_as_a_series_of_the_pack_checked_there_and_the_result_kept()
    {
        var record = new MemoryRecord();
        var source = Import.Source(Csv(new MadeUpPack { Seed = 3, Cells = 4, Days = 30, Interval = 7200 }));
        var importer = new PackImporter();
        importer.Recognises(source).ShouldBeTrue();
        importer.Recognises(Import.Source("Test Time / s,Voltage / V,Current / A\n0,3.6,0\n")).ShouldBeFalse();
        new TimeSeriesImporter().Recognises(Import.Source("Test Time / s,Voltage / V,Current / A\n0,3.6,0\n")).ShouldBeTrue();
        var plan = await importer.PlanAsync(source, Import.Options, record, TestContext.Current.CancellationToken);
        plan.Batch.Things.ShouldHaveSingleItem().Kind.ShouldBe(ThingKind.Pack);
        record.Apply(plan.Batch);
        var recording = await new PackReader(record).ReadAsync(ThingId.Parse(Import.Cell), TestContext.Current.CancellationToken);
        recording.Matrix.Cells.ShouldBe(4);
        recording.Matrix.Samples.ShouldBe(360);
        var statements = PackStatements.Of(PackReport.Of(recording, 0.1), new StatementContext(ThingId.Parse(Import.Cell), Import.Now, [recording.Source]), JsonOutput.Compact);
        statements.Select(one => one.Term).ShouldBe(["packConsistency", "packSafety"]);
        statements.ShouldAllBe(one => one.Evidence.Reference != null && one.Evidence.Validity != null && one.Evidence.Inputs!.Count == 1);
    }

    [Theory]
    [InlineData("nmc", true)]
    [InlineData("lfp", false)]
    public void The_answer_says_whether_the_stated_false_alarms_hold_for_cells_like_these(string chemistry, bool holds)
    {
        var table = Csv(new MadeUpPack { Seed = 3, Cells = 4, Days = 40, Chemistry = PackChemistry.Find(chemistry)! });
        var report = PackDesk.Check("table", Encoding.UTF8.GetBytes(table), new PackCheckRequest(null, null, null, null));
        var validity = JsonSerializer.SerializeToElement(report.Safety, JsonOutput.Compact).GetProperty("validity");
        validity.GetProperty("holds").GetBoolean().ShouldBe(holds);
        validity.GetProperty("method").GetString().ShouldBe(PackMethods.Safety.Method);
        validity.GetProperty("reference").GetString().ShouldBe(PackMethods.Safety.Reference);
        validity.GetProperty("reason").GetString().ShouldBe(holds ? PackMethods.SlopingVoltage : PackMethods.FlatVoltage);
        PackWords.Lines(report).ShouldContain("  " + report.Safety.Validity.Reason);
    }

    [Fact]
    public void Without_a_current_the_stated_false_alarms_are_not_claimed() =>
        Check("time_s,cell_1_v,cell_2_v,cell_3_v\n" + Rows(200, i => $"{60 * i},3.6,3.6,3.6")).Safety.Validity.ShouldBe(
            new SafetyValidity(PackMethods.Safety.Method, PackMethods.Safety.Reference!, false, PackMethods.UnknownVoltage));

    [Fact]
    public void The_example_that_ships_shows_its_planted_short()
    {
        var report = PackDesk.Check("example", File.ReadAllBytes(PackForm.Example), new PackCheckRequest(null, 50, null, null));
        report.Safety.Findings.ShouldContain(finding => finding.Kind == SafetyKind.InternalShort && finding.Channel == "cell_5_v");
        report.Safety.Findings.ShouldAllBe(finding => finding.Channel == "cell_5_v");
    }

    internal static string Csv(MadeUpPack pack)
    {
        var matrix = pack.Measure();
        var text = new StringBuilder("time_s,current_a," + string.Join(',', Enumerable.Range(1, matrix.Cells).Select(i => $"cell_{i}_v")) + "\n");
        for (var i = 0; i < matrix.Samples; i++) text.Append(string.Join(',', new[] { matrix.Second[i], matrix.Ampere[i] }.Concat(matrix.Volt.Select(cell => cell[i])).Select(value => value.ToString("R", CultureInfo.InvariantCulture)))).Append('\n');
        return text.ToString();
    }

    private static PackRecording Read(string table) => PackFile.Read("table.csv", Encoding.UTF8.GetBytes(table));

    private static PackReport Check(string table) => PackReport.Of(Read(table), 0.1);

    private static string Rows(int count, Func<int, string> row) => string.Concat(Enumerable.Range(0, count).Select(i => row(i) + "\n"));
}
