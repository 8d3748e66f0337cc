using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Voltloop.Core.Identities;
using Voltloop.Health.ImportTimeSeries;
using Voltloop.Health.ReadCyclers;
using Voltloop.Record.Importing;
using Voltloop.Tests.Conformance.Bdf;

namespace Voltloop.Tests.Conformance.Cyclers;

/// <summary>Every real file is imported or refused by name, and docs/reference/formats.md says which: set VOLTLOOP_WRITE=1 to write it anew.</summary>
public sealed class FormatTableTests
{
    private static readonly string[] Samples =
    [
        "arbin_csv/2017-05-09_test-TC-contact_CH33.csv", "arbin_csv/2017-05-09_test-TC-contact_CH33_Metadata.csv", "arbin_csv/FastCharge_000025_CH8.csv",
        "arbin_res/20160805_test001_45_cc_01.res", "arbin_res/aux_one_x_dx.res", "arbin_res/mits7-0.res.gz",
        "bdf/DLR__LiGrHydra0b__20230131__POCV__25degC__Basytec.bdf.csv.gz", "bdf/SINTEF__G20M7-202512-Gru6mV__20251228__C30__25degC__Neware.bdf.csv.gz",
        "bdf/SINTEF__LiGrR2032__2024-04-30__25degC__Landt.bdf.csv.gz", "bdf/SINTEF__SLPBA842124HV__2024-10-23__Rate_25degC__Neware__Time_Bug.bdf.csv.gz",
        "bdf/batmo_bdf.csv.gz", "bdf/legacy.bdf.parquet", "bdf/sample.bdf.csv",
        "biologic/GCPL-0.mpr", "biologic/MB-0.mpr", "biologic/MB-1.mpr", "biologic/PEIS-0.mpr", "biologic/biol.mpr", "biologic/test_loopsnewoutput_MB_CE1_short10k.csv.gz",
        "indigo/indigo_test_sample.h5", "landt/SINTEF__LiGrR2032__2024-04-30__25degC__Landt.csv.gz",
        "maccor/PreDiag_000412_00008Fshort.022.gz", "maccor/maccor_001.txt.gz", "maccor/maccor_002.txt.gz", "maccor/maccor_test_file_4267-66-6519.041",
        "maccor/xTESLADIAG_000019_CH70.070.gz", "neware/20260302_IFE_BTS85_2_9_8_1.ndax", "neware/filetype14-0.ndax", "neware/neware_uio.csv.gz",
        "neware/nw_regular_export_ife_example.csv.gz", "novonix/test_Nova_Form-CH01-01_short.csv.gz", "pec/pec.csv.gz",
        "xlsx/custom_data_001.csv", "xlsx/custom_data_002.xlsx", "xlsx/custom_data_003.xls",
    ];

    private static readonly Dictionary<string, string> Goldens = new(StringComparer.Ordinal)
    {
        ["maccor/maccor_001.txt.gz"] = "9 columns", ["neware/neware_uio.csv.gz"] = "12 columns", ["pec/pec.csv.gz"] = "13 columns", ["biologic/biol.mpr"] = "7 columns",
        ["arbin_res/20160805_test001_45_cc_01.res"] = "11 columns, 18 cycles, 103 steps, 5 curves, 1 rest", ["bdf/batmo_bdf.csv.gz"] = "4 columns", ["xlsx/custom_data_001.csv"] = "8 columns",
    };

    [Fact]
    public async Task Table_of_formats_is_up_to_date_and_every_file_is_imported_or_refused_by_name()
    {
        SharedData.Require("health", "raw_formats");
        Assert.SkipUnless(Tools.HasMdbExport, "Arbin res files need mdb-export of Debian's mdbtools, which is not installed.");
        var table = new StringBuilder(Head());
        foreach (var row in await Task.WhenAll(Samples.Select(sample => Task.Run(() => RowAsync(sample)))))
        {
            table.Append(row);
        }

        table.Append(Foot);
        var file = Path.Combine(Root(), "docs", "reference", "formats.md");
        if (Environment.GetEnvironmentVariable("VOLTLOOP_WRITE") == "1")
        {
            await File.WriteAllTextAsync(file, table.ToString(), TestContext.Current.CancellationToken);
        }

        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(table.ToString(), "Write it anew with VOLTLOOP_WRITE=1.");
    }

    private static string Head() => "# Formats of time series\n\nWritten by `FormatTableTests` from real files of each vendor (kept beside the repository), which fails when this page is out of date.\n\n"
        + $"Recognised by content, never by name: {string.Join(" · ", CyclerFormats.All.Where(format => format is not RefusedFormat).Select(format => format.Name).Distinct(StringComparer.Ordinal))}.\n\n"
        + "**Golden**: columns compared with the output of another loader (cellpy, MIT) at a relative 1e-6. **Repairs** in bold are mended faults of the file, which `--strict` refuses; the others are ways of the format.\n\n"
        + "| file | format | rows | channels | outcome | repairs (rows) | golden |\n|---|---|---|---|---|---|---|\n";

    private const string Foot = "\nA file is refused with the code of the rule and the line; see the README of `src/Production/Health`. MATLAB structures `meas` are read too (69 files of one published cell).\n\nOf the goldens of the other loader one is not compared: `curve_get_cap_forth_interpolated_c1`. Its discharge is the recorded one; its charge is a set of 800 points made by that program's interpolation, step by step, which is not a fact of the file.\n";

    private static async Task<string> RowAsync(string sample)
    {
        var bytes = RawFormats.Read(sample);
        var source = new ImportSource(sample, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var importer = new TimeSeriesImporter();
        if (!importer.Recognises(source))
        {
            return $"| {Name(sample)} | | | | refused: `unknown-format` | | |\n";
        }

        var options = new ImportOptions("tester", new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)) { Thing = ThingId.Parse("https://id.voltloop.example/cell/1") };
        var plan = await importer.PlanAsync(source, options, new EmptyRecord(), TestContext.Current.CancellationToken);
        var error = plan.Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Error);
        (error is null).ShouldBe(plan.CanCommit);
        var series = plan.Batch.Series.SingleOrDefault();
        var rows = series is null ? "" : series.Columns[0].Length.ToString("N0", CultureInfo.InvariantCulture);
        return $"| {Name(sample)} | {plan.Format} | {rows} | {series?.Columns.Count} | {(error is null ? "imported" : $"refused: `{error.Code}`")} | {Repairs(plan)} | {Goldens.GetValueOrDefault(sample)} |\n";
    }

    private static string Repairs(ImportPlan plan) => string.Join(", ", plan.Repairs.GroupBy(repair => (repair.Rule, repair.IsMended))
        .Select(group => group.Key.IsMended ? $"**{group.Key.Rule}**{Rows(group)}" : $"{group.Key.Rule}{Rows(group)}"));

    private static string Rows(IEnumerable<ImportRepair> repairs) => repairs.Max(repair => repair.Rows) is > 0 and var rows
        ? string.Create(CultureInfo.InvariantCulture, $" ({rows:N0})") : "";

    private static string Name(string sample) => sample.Replace("_", "\\_", StringComparison.Ordinal);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Voltloop.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
