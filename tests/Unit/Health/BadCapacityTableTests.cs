using System.Text;
using Voltloop.Health.ImportCapacityTables;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Tests.Unit.Health;

public sealed class BadCapacityTableTests
{
    private const string Head = "cycle_count,capacity / Ah\n";

    [Theory]
    [InlineData("", "empty-file", null)]
    [InlineData("\n\n", "no-header", "line 2")]
    [InlineData(Head, "no-rows", "line 1")]
    [InlineData(Head + "1,1.05\n2", "truncated-file", "line 3")]
    [InlineData(Head + "1,1.05\n2,\"1.0", "truncated-file", "line 3")]
    [InlineData(Head + "1,1.05\n2\n3,1.04\n", "ragged-row", "line 3")]
    [InlineData(Head + "1,1.05\n2,1.04,7\n", "ragged-row", "line 3")]
    [InlineData(Head + "1,1.05\n2,NaN\n", "not-finite", "line 3")]
    [InlineData(Head + "1,1.05\n2,-Infinity\n", "not-finite", "line 3")]
    [InlineData(Head + "1,1.05\n2,1e999\n", "not-finite", "line 3")]
    [InlineData(Head + "1,1.05\n2,n/a\n", "not-a-number", "line 3")]
    [InlineData(Head + "1,1.05\n1,1.04\n", "cycle-duplicated", "line 3")]
    [InlineData(Head + "1,1.05\n2,1.04\n1,1.03\n", "cycle-duplicated", "line 4")]
    [InlineData(Head + "5,1.05\n4,1.04\n", "cycle-backwards", "line 3")]
    [InlineData(Head + "1,1.05\n1.5,1.04\n", "cycle-count-not-integer", "line 3")]
    [InlineData(Head + "-1,1.05\n", "cycle-count-not-integer", "line 2")]
    [InlineData(Head + ",1.05\n", "value-missing", "line 2")]
    [InlineData(Head + "1,1.05\n2,-1.04\n", "negative-capacity", "line 3")]
    [InlineData(Head + "1,1.05\n2,123456789\n", "absurd-value", "line 3")]
    [InlineData(Head + "1,0\n2,0\n", "no-usable-cycle", "line 2")]
    [InlineData("# rated_capacity_ah: 1.1\n" + Head + "1,1050\n2,1040\n", "unit-mismatch", "line 3")]
    [InlineData("# rated_capacity_ah: many\n" + Head + "1,1\n", "rated-capacity-invalid", "line 1")]
    [InlineData("cycle_count,capacity / V\n1,1.05\n", "unit-mismatch", "line 1")]
    [InlineData("cycle_count,capacity\n1,1.05\n", "unit-missing", "line 1")]
    [InlineData("cycle_count,capacity / Ah,qd / Ah\n1,1.05,1.05\n", "column-duplicated", "line 1")]
    [InlineData("cycle_count,energy\n1,1.05\n", "column-missing", "line 1")]
    [InlineData("cycle;capacity / Ah\n1;1,050\n2;1,040\n", "decimal-comma-ambiguous", "line 2")]
    [InlineData("cycle;capacity / Ah\n1;1.05\n2;1,04\n", "decimal-comma-ambiguous", "line 3")]
    [InlineData("cycle,capacity / Ah\n1,1,05\n2,1,04\n", "ragged-row", "line 2")]
    [InlineData("cycle,capacity / Ah,thing\n1,1.05,no uri\n", "invalid-identifier", "line 2")]
    [InlineData("# thing: a\n# thing: b\n" + Head + "1,1\n", "preamble-duplicated", "line 2")]
    public async Task Bad_content_is_refused_by_name_and_line(string text, string code, string? location) =>
        (await Import.TableAsync(text)).ShouldRefuse(code, location);

    [Fact]
    public async Task A_binary_file_is_refused()
    {
        byte[] bytes = [.. "cycle_count,capacity / Ah\n1,1.05\n"u8, 0, 1, 2, 255];
        (await Import.TableAsync(Import.Source(bytes))).ShouldRefuse("binary-content", "line 3");
        new CapacityTableImporter().Recognises(Import.Source([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1])).ShouldBeFalse();
    }

    [Fact]
    public async Task Utf16_without_its_mark_is_recognised_and_refused()
    {
        var source = Import.Source(Encoding.Unicode.GetBytes(Head + "1,1.05\n"));
        new CapacityTableImporter().Recognises(source).ShouldBeTrue();
        (await Import.TableAsync(source)).ShouldRefuse("utf16-without-bom", "line 1");
    }

    [Fact]
    public async Task Latin1_bytes_are_refused_with_their_line()
    {
        var source = Import.Source(Encoding.Latin1.GetBytes("cycle_count,capacity / Ah,Temperature / °C\n1,1.05,25\n"));
        (await Import.TableAsync(source)).ShouldRefuse("not-utf8", "line 1");
    }

    [Fact]
    public async Task A_line_of_ten_megabytes_is_refused()
    {
        (await Import.TableAsync(Head + "1," + new string('1', 10_000_000) + "\n")).ShouldRefuse("line-too-long", "line 2");
        (await Import.TableAsync(new string('x', 10_000_000))).ShouldRefuse("line-too-long", "line 1");
    }

    [Fact]
    public async Task Too_many_columns_are_refused() =>
        (await Import.TableAsync(string.Join(',', Enumerable.Range(0, TableLimits.MaxColumns + 1).Select(i => $"c{i}")) + "\n1\n")).ShouldRefuse("too-many-columns", "line 1");

    [Fact]
    public async Task A_file_about_nothing_is_refused() =>
        (await Import.TableAsync(Head + "1,1.05\n", options: new ImportOptions("tester", Import.Now))).ShouldRefuse("identity-missing", "line 1");

    [Fact]
    public async Task A_serial_number_without_a_model_is_refused() =>
        (await Import.TableAsync("serial,cycle_count,capacity / Ah\nA,1,1.05\n", options: new ImportOptions("tester", Import.Now))).ShouldRefuse("identity-missing", "line 2");

    [Fact]
    public async Task Thousands_of_errors_are_counted_and_reading_stops()
    {
        var plan = await Import.TableAsync(Head + string.Concat(Enumerable.Repeat("x,y\n", 5000)));
        plan.CanCommit.ShouldBeFalse();
        plan.Findings.Count.ShouldBeLessThanOrEqualTo(ImportLimits.MaxFindings);
        plan.Findings.ShouldContain(finding => finding.Message.Contains("more of the same", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"a\": 1}")]
    [InlineData("test_time_second,voltage_volt,current_ampere\n0,3.7,0\n")]
    [InlineData("name,age\nAnn,7\n")]
    [InlineData("")]
    public void Other_content_is_not_claimed(string text) => new CapacityTableImporter().Recognises(Import.Source(text)).ShouldBeFalse();
}
