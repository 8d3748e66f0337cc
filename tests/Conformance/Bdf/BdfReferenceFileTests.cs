using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Voltloop.Core.Identities;
using Voltloop.Health.ImportTimeSeries;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Tests.Conformance.Bdf;

/// <summary>The reference files of the Battery Data Format 1.3.0: which are read, which are refused, and why.</summary>
public sealed class BdfReferenceFileTests
{
    private const string Landt = "SINTEF__LiGrR2032__2024-04-30__25degC__Landt.bdf.csv.gz";
    private const string Basytec = "DLR__LiGrHydra0b__20230131__POCV__25degC__Basytec.bdf.csv.gz";


    [Theory]
    [InlineData("sample.bdf.csv", 3, 3)]
    [InlineData(Landt, 25_162, 7)]
    [InlineData(Basytec, 39_193, 4)]
    public async Task Valid_file_is_read_completely(string name, int rows, int channels)
    {
        var plan = await PlanAsync(name);
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        var append = plan.Batch.Series.ShouldHaveSingleItem();
        append.Columns.Count.ShouldBe(channels);
        append.Columns.ShouldAllBe(column => column.Length == rows);
    }

    [Fact]
    public async Task Values_are_those_of_the_text()
    {
        var plan = await PlanAsync(Basytec);
        var lines = System.Text.Encoding.UTF8.GetString(Read(Basytec)).Split('\n');
        for (var row = 0; row < 39_193; row += 97)
        {
            var fields = lines[row + 1].TrimEnd('\r').Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture));
            plan.Batch.Series[0].Columns.Select(column => column[row]).ShouldBe(fields);
        }
    }

    [Fact]
    public async Task Throughput_of_the_coin_cell_agrees_with_the_counters_of_the_tester()
    {
        var plan = await PlanAsync(Landt);
        var columns = plan.Batch.Series[0].Spec.Channels.Select(channel => channel.Name).Zip(plan.Batch.Series[0].Columns).ToDictionary(one => one.First, one => one.Second);
        var counted = new[] { columns["step_charging_capacity_ah"], columns["step_discharging_capacity_ah"] }
            .Sum(counter => Enumerable.Range(1, counter.Length - 1).Sum(i => Math.Max(0, counter[i] - counter[i - 1])));
        var stated = plan.Batch.Assertions[0].Statements.Single(one => one.Term == "capacityThroughput").Value.AsNumber()!.Value;
        // The tester wrote current and charge with four decimals: 0.2 mA carries a rounding error of up to a quarter.
        stated.ShouldBe(counted, 0.25 * counted);
        plan.Findings.ShouldContain(finding => finding.Code == "deprecated-column" && finding.Message.Contains("step_record_index", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Test_of_forty_years_is_kept_and_gives_no_throughput()
    {
        var plan = await PlanAsync(Basytec);
        plan.Findings.ShouldContain(finding => finding.Code == "duration-implausible" && finding.Severity == FindingSeverity.Warning);
        plan.Batch.Assertions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SINTEF__G20M7-202512-Gru6mV__20251228__C30__25degC__Neware.bdf.csv.gz", "count-is-angle", 17_587)]
    [InlineData("SINTEF__G20M7-202512-Gru6mV__20251228__C30__25degC__Neware.bdf.csv.gz", "row-duplicated", 3)]
    [InlineData("SINTEF__SLPBA842124HV__2024-10-23__Rate_25degC__Neware__Time_Bug.bdf.csv.gz", "time-zero", 19)]
    [InlineData("batmo_bdf.csv.gz", "sign-turned", 21_206)]
    public async Task Broken_file_is_repaired_with_a_report_and_a_strict_import_refuses_it(string name, string rule, long rows)
    {
        var plan = await PlanAsync(name);
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        plan.Repairs.ShouldContain(repair => repair.Rule == rule && repair.Rows == rows && repair.IsMended);
        var report = plan.Batch.Documents.Single(document => document.MediaType == "application/json");
        System.Text.Encoding.UTF8.GetString(report.Bytes.Span).ShouldContain($"\"{rule}\"");
        var reportId = Convert.ToHexStringLower(SHA256.HashData(report.Bytes.Span));
        plan.Batch.Assertions.SelectMany(assertion => assertion.Statements)
            .ShouldAllBe(statement => statement.Evidence.Inputs!.Contains(reportId));
        var strict = await PlanAsync(name, isStrict: true);
        strict.CanCommit.ShouldBeFalse();
        strict.Findings.ShouldContain(finding => finding.Code == rule && finding.Severity == FindingSeverity.Error);
    }

    [Fact]
    public async Task Almost_bdf_file_has_its_hours_and_labels_reported()
    {
        var plan = await PlanAsync("batmo_bdf.csv.gz");
        plan.Findings.ShouldContain(finding => finding.Code == "unit-converted" && finding.Message.Contains("Test Time / h", StringComparison.Ordinal));
        plan.Findings.ShouldContain(finding => finding.Code == "column-renamed" && finding.Message.Contains("Charge Capacity / Ah", StringComparison.Ordinal));
        plan.Findings.ShouldContain(finding => finding.Code == "unknown-column" && finding.Message.Contains("Protocol Name / 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_numeric_column_of_the_ontology_is_known_under_both_names()
    {
        var turtle = File.ReadAllText(Shared("spec", "bdf-ontology-snapshot.ttl"));
        var pairs = Regex.Matches(turtle, "skos:notation \"(?<name>[a-z0-9_]+)\"(@en)? ;\\s+skos:prefLabel \"(?<label>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Select(match => (Name: match.Groups["name"].Value, Label: match.Groups["label"].Value)).Where(pair => pair.Name != "step_type").ToArray();
        pairs.Length.ShouldBeGreaterThan(55);
        foreach (var (name, label) in pairs)
        {
            BdfColumns.Find(ColumnName.Parse(name).Quantity).ShouldNotBeNull(name);
            BdfColumns.Find(ColumnName.Parse(label).Quantity).ShouldBe(BdfColumns.Find(ColumnName.Parse(name).Quantity), label);
            var column = BdfColumns.Find(ColumnName.Parse(label).Quantity)!;
            ColumnUnits.Find(ColumnName.Parse(label).Unit ?? "1", column.Unit).ShouldNotBeNull(label);
            ColumnUnits.Find(ColumnName.Parse(name).Unit ?? "1", column.Unit).ShouldNotBeNull(name);
        }
    }

    private static async Task<ImportPlan> PlanAsync(string name, bool isStrict = false)
    {
        var bytes = Read(name);
        var source = new ImportSource(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var importer = new TimeSeriesImporter();
        importer.Recognises(source).ShouldBeTrue();
        var options = new ImportOptions("tester", new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)) { Thing = ThingId.Parse("https://id.voltloop.example/cell/1"), Strict = isStrict };
        return await importer.PlanAsync(source, options, new EmptyRecord(), TestContext.Current.CancellationToken);
    }

    private static byte[] Read(string name)
    {
        using var file = File.OpenRead(Shared(name));
        using var text = name.EndsWith(".gz", StringComparison.Ordinal) ? (Stream)new GZipStream(file, CompressionMode.Decompress) : file;
        using var copy = new MemoryStream();
        text.CopyTo(copy);
        return copy.ToArray();
    }

    private static string Shared(params string[] parts) => SharedData.Require(["health", "raw_formats", "bdf", .. parts]);
}
