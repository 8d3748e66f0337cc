using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadCyclers.Repairs;
using Voltloop.Health.ReadParquet;
using Voltloop.Health.ReadTables;

namespace Voltloop.Tests.Conformance.Cyclers;

/// <summary>
/// Columns of real files against the output of another loader (cellpy, MIT) that is kept beside them, at a relative 1e-6.
/// That loader counts cycles from 1 and carries charge over the steps of a cycle; both are undone before comparing.
/// </summary>
public sealed class LoaderGoldenTests
{
    private const double Relative = 1e-6;

    [Theory]
    [InlineData("maccor/maccor_001.txt.gz", "maccor_txt", 9)]
    [InlineData("neware/neware_uio.csv.gz", "neware_txt", 12)]
    [InlineData("pec/pec.csv.gz", "pec_csv", 13)]
    [InlineData("biologic/biol.mpr", "biologics_mpr", 7)]
    [InlineData("arbin_res/20160805_test001_45_cc_01.res", "arbin_res", 11)]
    [InlineData("bdf/batmo_bdf.csv.gz", "batmo_bdf", 4)]
    [InlineData("xlsx/custom_data_001.csv", "custom", 8)]
    public void Columns_equal_those_of_the_other_loader(string file, string golden, int compared)
    {
        var table = Table(file);
        var expected = ParquetFile.Read(RawFormats.Read($"loader_goldens/loader_{golden}/raw.parquet")).ToDictionary(column => column.Name, StringComparer.Ordinal);
        var checks = GoldenColumns.Of(golden).Where(check => expected.ContainsKey(check.Theirs)).ToArray();
        checks.Length.ShouldBe(compared, string.Join(", ", checks.Select(check => check.Ours)));
        foreach (var check in checks)
        {
            var ours = table.Data.Find(check.Ours).ShouldNotBeNull(check.Ours);
            Compare(check, ours, expected[check.Theirs].Numbers!, expected["voltage"].Numbers!);
        }
    }

    private static void Compare(GoldenColumn check, double[] ours, double[] theirs, double[] voltage)
    {
        // The other loader makes rows without values of lines that hold only delimiters.
        theirs = [.. theirs.Where((_, row) => !double.IsNaN(voltage[row]))];
        ours.Length.ShouldBe(theirs.Length, check.Ours);
        for (var i = 0; i < ours.Length; i++)
        {
            var wanted = theirs[i] * check.Factor + check.Offset;
            var near = double.IsNaN(wanted) ? double.IsNaN(ours[i]) : Math.Abs(ours[i] - wanted) <= Relative * Math.Max(Math.Abs(wanted), 1e-12);
            if (!near)
            {
                Assert.Fail($"{check.Ours}, row {i}: {ours[i]:R} instead of {wanted:R}");
            }
        }
    }

    // Repeated rows are kept by the other loader: all repairs but that one.
    private static CyclerTable Table(string file)
    {
        var bytes = RawFormats.Read(file);
        Assert.SkipUnless(!file.EndsWith(".res", StringComparison.Ordinal) || Tools.HasMdbExport, "Arbin res files need mdb-export of Debian's mdbtools, which is not installed.");
        var log = new FindingLog();
        var table = CyclerFormats.Find(bytes).ShouldNotBeNull().Read(bytes, log).ShouldNotBeNull(string.Join('\n', log.ToList()));
        return SignRepair.Apply(TimeRepair.Apply(CountRepair.Apply(table)));
    }
}
