using System.IO.Compression;
using Voltloop.Core.Problems;
using Voltloop.Quality.AssessCapability;
using Voltloop.Quality.ChartCharacteristic;
using Voltloop.Quality.FindCause;
using Voltloop.Quality.Model;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Tests.Unit.Quality;

/// <summary>Tables that a fuzzing run found to fail without a name.</summary>
public sealed class HostileTableTests
{
    [Theory]
    [InlineData("unit,bad,crew,crew\n1,0,a,b\n2,1,a,b")]
    [InlineData(",bad,\n,0")]
    public void Two_steps_of_one_name_are_refused_by_name(string text) =>
        Should.Throw<ProblemException>(() => CauseFile.Read(DelimitedTable.Parse("t.csv", text), new CauseRequest().Checked())).Problem.Kind.ShouldBe(CommonProblems.MalformedInput);

    [Fact]
    public void A_subgroup_that_no_range_is_known_for_is_refused_by_the_chart_of_ranges_and_judged_by_deviations()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 203).Select(i => $"{(i < 101 ? 1 : 2)},{160 + (i % 7)}"));
        var samples = SampleReader.Read(DelimitedTable.Parse("t.csv", "sample,value\n" + rows));
        CapabilityAssessment.Of("t", samples, new CapabilityRequest(150, 180).Checked()).SigmaWithin.ShouldBeInRange(1.9, 2.1);
        Should.Throw<ProblemException>(() => ChartMaker.Make(new ChartRequest("xbar-r").Settings(samples), samples));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sheetId=\"99999999999\"")]
    public void A_workbook_with_a_damaged_list_of_sheets_is_refused_by_name(string sheetId)
    {
        var bytes = Workbook($"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheets><sheet name=\"data\" {sheetId}/></sheets></workbook>");
        Should.Throw<ProblemException>(() => DelimitedTable.Read(new ImportSource("t.xlsx", bytes, ""))).Problem.Kind.ShouldBe(CommonProblems.MalformedInput);
    }

    private static byte[] Workbook(string sheets)
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = new StreamWriter(zip.CreateEntry("xl/workbook.xml").Open());
            part.Write(sheets);
        }

        return made.ToArray();
    }
}
