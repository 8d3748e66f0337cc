using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadTables;

namespace Voltloop.Tests.Conformance.Cyclers;

/// <summary>Binary files of cyclers that were cut off or damaged are refused by name, or read as far as they are whole: never another exception.</summary>
public sealed class DamagedFileTests
{
    [Theory]
    [InlineData("biologic/GCPL-0.mpr")]
    [InlineData("biologic/MB-1.mpr")]
    [InlineData("biologic/PEIS-0.mpr")]
    [InlineData("bdf/legacy.bdf.parquet")]
    [InlineData("neware/20260302_IFE_BTS85_2_9_8_1.ndax")]
    [InlineData("neware/filetype14-0.ndax")]
    [InlineData("xlsx/custom_data_002.xlsx")]
    [InlineData("xlsx/custom_data_003.xls")]
    public void A_file_that_is_cut_anywhere_is_refused_by_name_or_read_as_far_as_it_goes(string file)
    {
        var bytes = RawFormats.Read(file);
        foreach (var length in Cuts(bytes.Length)) Try(bytes[..length], $"{file} cut to {length} of {bytes.Length} bytes");
    }

    [Theory]
    [InlineData("biologic/GCPL-0.mpr")]
    [InlineData("biologic/PEIS-0.mpr")]
    [InlineData("bdf/legacy.bdf.parquet")]
    [InlineData("neware/filetype14-0.ndax")]
    public void A_file_with_changed_bytes_is_refused_by_name_or_read(string file)
    {
        var (bytes, random) = (RawFormats.Read(file), new Random(3));
        for (var i = 0; i < 200; i++)
        {
            var damaged = bytes.ToArray();
            for (var k = 0; k < 3; k++) damaged[random.Next(i % 2 == 0 ? Math.Min(2000, damaged.Length) : damaged.Length)] = (byte)random.Next(256);
            Try(damaged, $"{file}, damage {i}");
        }
    }

    [Fact]
    public void A_database_of_arbin_that_is_cut_is_refused_by_name()
    {
        Assert.SkipUnless(Tools.HasMdbExport, "Arbin res files need mdb-export of Debian's mdbtools, which is not installed.");
        var bytes = RawFormats.Read("arbin_res/mits7-0.res.gz");
        foreach (var length in new[] { 20, 4096, bytes.Length / 3, bytes.Length / 2, bytes.Length - 5000 }) Try(bytes[..length], $"res cut to {length}");
    }

    [Fact]
    public void A_matlab_file_that_is_cut_is_refused_by_name()
    {
        var file = Directory.EnumerateFiles(SharedData.Require("health", "soc_panasonic18650pf"), "*.mat", SearchOption.AllDirectories).MinBy(path => new FileInfo(path).Length)!;
        var bytes = File.ReadAllBytes(file);
        foreach (var length in Cuts(bytes.Length)) Try(bytes[..length], $"mat cut to {length}");
    }

    // A few at the very beginning, where heads are, and then all over the file.
    private static IEnumerable<int> Cuts(int length) => Enumerable.Range(0, 12).Select(i => 1 << i).Concat(Enumerable.Range(1, 11).Select(i => (int)((long)length * i / 12))).Append(length - 1).Where(cut => cut < length);

    private static void Try(byte[] bytes, string what)
    {
        try
        {
            var log = new FindingLog();
            if (CyclerFormats.Find(bytes) is not { } format) return;
            var table = format.Read(bytes, log);
            if (table is null) log.HasErrors.ShouldBeTrue($"{what}: refused without a reason");
            else table.Data.Values.ShouldAllBe(values => values.Length == table.Data.Rows, what);
        }
        catch (Exception other) when (other is not ShouldAssertException and not Voltloop.Core.Problems.ProblemException)
        {
            Assert.Fail($"{what}: {other.GetType().Name} {other.Message}\n{other.StackTrace}");
        }
    }
}
