using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Voltloop.Core.Identities;
using Voltloop.Kernels.Capacity;
using Voltloop.Record.Importing;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Unit.Health;

public sealed class SamplesTests
{
    private static readonly ImportOptions NoThing = new("https://voltloop.example/tester", Import.Now);

    [Theory]
    [InlineData("tbsi-sunwoda", 32, 37_368)]
    [InlineData("severson-124", 124, 12_276)]
    public async Task Every_sample_imports_without_options(string folder, int cells, int points)
    {
        var record = new MemoryRecord();
        foreach (var file in Repository.Samples(folder))
        {
            var plan = await Import.TableAsync(Import.Source(await File.ReadAllBytesAsync(file), Path.GetFileName(file)), record, NoThing);
            plan.CanCommit.ShouldBeTrue($"{file}: {string.Join('\n', plan.Findings)}");
            plan.Statement("stateOfHealth").Uncertainty.ShouldNotBeNull();
            record.Apply(plan.Batch);
        }

        var counts = await record.CountThingsAsync();
        counts[ThingKind.Cell].ShouldBe(cells);
        counts[ThingKind.Model].ShouldBe(1);
        var things = await record.ListThingsAsync(new() { Kinds = [ThingKind.Cell], Limit = 1000 });
        long samples = 0;
        foreach (var thing in things.Items)
        {
            samples += (await record.ListSeriesAsync(thing.Id)).ShouldHaveSingleItem().Samples;
        }

        samples.ShouldBe(points);
    }

    [Fact]
    public async Task Six_glitches_are_the_only_flags_of_the_fleet()
    {
        var flagged = new List<(string File, string Message)>();
        foreach (var file in Repository.Samples("tbsi-sunwoda").Concat(Repository.Samples("severson-124")))
        {
            var plan = await Import.TableAsync(Import.Source(await File.ReadAllBytesAsync(file)), null, NoThing);
            flagged.AddRange(plan.Findings.Where(finding => finding.Severity == FindingSeverity.Warning).Select(finding => (Path.GetFileNameWithoutExtension(file), finding.Message)));
        }

        flagged.Select(one => one.File).ShouldBe(["SEV-TEST1-01", "SEV-TEST1-03", "SEV-TEST1-09", "SEV-TEST2-25", "SEV-TRAIN-02", "SEV-TRAIN-09"]);
        flagged[0].Message.ShouldContain("Cycle 12 of LFP cell test1 1: 0.99465 Ah (far-from-neighbours)");
        flagged[4].Message.ShouldContain("Cycle 12 of LFP cell train 2: 30.971 Ah (above-1.3-of-rated)");
    }

    [Fact]
    public async Task State_of_health_is_the_last_measured_capacity_within_the_interval()
    {
        var hits = 0;
        var files = Repository.Samples("tbsi-sunwoda");
        foreach (var file in files)
        {
            var plan = await Import.TableAsync(Import.Source(await File.ReadAllBytesAsync(file)), null, NoThing);
            var (last, soh) = (plan.Batch.Series[0].Columns[1][^1], plan.Statement("stateOfHealth"));
            hits += 100 * last / 1.1 >= soh.Uncertainty!.Value.Lower && 100 * last / 1.1 <= soh.Uncertainty.Value.Upper ? 1 : 0;
            soh.Value.AsNumber()!.Value.ShouldBe(100 * last / 1.1, 2.0);
        }

        hits.ShouldBeGreaterThan(28);
    }

    [Theory]
    [InlineData("tbsi-sunwoda")]
    [InlineData("severson-124")]
    public void Interval_covers_the_next_discharge_of_the_fleet_as_often_as_it_claims(string folder)
    {
        var (hits, trials) = (0, 0);
        foreach (var capacity in Repository.Samples(folder).Select(ReadSample))
        {
            var flags = new CapacityFlag[capacity.Length];
            CapacityScreen.Flag(capacity, 1.1, flags, new double[capacity.Length]);
            var usable = capacity.Where((_, i) => flags[i] == CapacityFlag.None).ToArray();
            var cycle = Enumerable.Range(0, usable.Length).Select(i => (double)i).ToArray();
            for (var i = CurrentCapacity.Window + CurrentCapacity.FewestErrors; i < usable.Length; i += 3)
            {
                var estimate = CurrentCapacity.Estimate(cycle.AsSpan(0, i), usable.AsSpan(0, i));
                hits += usable[i] >= estimate.Lower && usable[i] <= estimate.Upper ? 1 : 0;
                trials++;
            }
        }

        var coverage = (double)hits / trials;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folder}: {hits} of {trials}: {coverage:P2}"));
        coverage.ShouldBeInRange(0.935, 0.975);
    }

    [Fact]
    public void Identifiers_have_valid_check_digits_and_are_unique()
    {
        var things = Repository.Samples("tbsi-sunwoda").Concat(Repository.Samples("severson-124"))
            .Select(file => File.ReadLines(file).First()["# thing: ".Length..]).ToArray();
        things.Distinct(StringComparer.Ordinal).Count().ShouldBe(156);
        foreach (var thing in things)
        {
            ThingId.Parse(thing).Value.ShouldBe(thing.Replace("id.voltloop.example", "id.gs1.org", StringComparison.Ordinal));
            var gtin = thing.Split('/')[4];
            var sum = gtin.Take(13).Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 3 : 1)).Sum();
            ((10 - sum % 10) % 10).ShouldBe(gtin[13] - '0');
        }
    }

    [Fact]
    public void Tbsi_values_equal_the_workbook_to_the_last_bit()
    {
        using var book = ZipFile.OpenRead(SharedData.Require("health", "soh_tbsi_sunwoda", "Labels.xlsx"));
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        XNamespace relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var targets = Load(book, "xl/_rels/workbook.xml.rels").Root!.Elements().ToDictionary(one => one.Attribute("Id")!.Value, one => one.Attribute("Target")!.Value);
        var sheets = Load(book, "xl/workbook.xml").Descendants(main + "sheet").ToArray();
        sheets.Length.ShouldBe(32);
        foreach (var sheet in sheets)
        {
            var name = sheet.Attribute("name")!.Value;
            var rows = Load(book, "xl/" + targets[sheet.Attribute(relation + "id")!.Value]).Descendants(main + "c").Skip(1);
            var expected = rows.Select(cell => double.Parse(cell.Element(main + "v")!.Value, CultureInfo.InvariantCulture)).ToArray();
            var file = Repository.Samples("tbsi-sunwoda").Single(path => File.ReadLines(path).First().EndsWith($"/21/TBSI-{name}", StringComparison.Ordinal));
            ReadSample(file).ShouldBe(expected, name);
        }
    }

    [Fact]
    public void Severson_digits_equal_the_source_text()
    {
        var lines = File.ReadAllLines(SharedData.Require("health", "rul_severson124", "capacity_per_cycle.csv"));
        foreach (var row in lines.Skip(1).Select(line => line.Split(',')))
        {
            var file = Path.Combine(Repository.Root, "samples", "severson-124", $"SEV-{row[0].ToUpperInvariant()}-{row[1].PadLeft(2, '0')}.csv");
            Rows(file).Select(fields => fields[1]).ShouldBe(row.Skip(3));
            Rows(file).Select(fields => fields[0]).ShouldBe(lines[0].Split(',').Skip(3).Select(name => name[4..^3]));
        }
    }

    private static XDocument Load(ZipArchive book, string path)
    {
        using var stream = book.GetEntry(path)!.Open();
        return XDocument.Load(stream);
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(file).Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split(','));

    private static double[] ReadSample(string file) => [.. Rows(file).Select(fields => double.Parse(fields[1], CultureInfo.InvariantCulture))];
}
