using System.IO.Compression;
using Voltloop.Core.Problems;
using Voltloop.Passport.ImportSpreadsheet;

namespace Voltloop.Tests.Unit.Passport;

/// <summary>Workbooks that their reader fails over in ways it does not name.</summary>
public sealed class HostileWorkbookTests
{
    [Theory]
    [InlineData("")]
    [InlineData("sheetId=\"99999999999\"")]
    [InlineData("sheetId=\"x\"")]
    public void A_workbook_with_a_damaged_list_of_sheets_is_refused_by_name(string sheetId)
    {
        var bytes = Workbook($"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheets><sheet name=\"data\" {sheetId}/></sheets></workbook>");
        XlsxSheet.IsWorkbook(bytes).ShouldBeTrue();
        Should.Throw<ProblemException>(() => XlsxSheet.Read(bytes)).Problem.Kind.ShouldBe(CommonProblems.MalformedInput);
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
