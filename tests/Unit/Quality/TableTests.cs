using Voltloop.Core.Problems;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Tests.Unit.Quality;

public sealed class TableTests
{
    [Fact]
    public void Decimal_commas_are_read_where_commas_do_not_separate() =>
        DelimitedTable.Parse("t.csv", "Los;Dicke (µm)\n1;168,5\n2;1.234,5").ShouldSatisfyAllConditions(
            table => table.Value(0, 1).ShouldBe(168.5), table => Should.Throw<ProblemException>(() => table.Value(1, 1)).Problem.Kind.ShouldBe(CommonProblems.InvalidValue));

    [Fact]
    public void Columns_may_be_named_by_the_reader()
    {
        var table = DelimitedTable.Parse("t.csv", "Los;Dicke (µm)\n1;168,5", "value=Dicke, sample=Los");
        (table.Find("value"), table.Find("sample"), table.Headings[1]).ShouldBe((1, 0, "Dicke (µm)"));
        Should.Throw<ProblemException>(() => DelimitedTable.Parse("t.csv", "a,b\n1,x", "value=c")).Problem.Detail.ShouldContain("Columns: a, b");
        Should.Throw<ProblemException>(() => DelimitedTable.Parse("t.csv", "a,b\n1,x", "value")).Problem.Location.ShouldBe("columns");
    }

    [Fact]
    public void The_first_visible_sheet_of_a_workbook_is_a_table()
    {
        var table = DelimitedTable.Read(Source(new Workbook().Sheet("Plan", Workbook.Row(1, "hidden"), "hidden").Sheet("Messung", Workbook.Row(1, "sample", "value") + Workbook.Row(2, "1", 168.5) + Workbook.Row(3, "1", 168.25)).Bytes()));
        table.Rows.Count.ShouldBe(2);
        table.Value(1, table.Find("value")).ShouldBe(168.25);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    public void A_damaged_workbook_is_refused_by_name(int kept) =>
        Should.Throw<ProblemException>(() => DelimitedTable.Read(Source(new Workbook().Sheet("a", Workbook.Row(1, "value") + Workbook.Row(2, 1.5)).Bytes()[..kept]))).Problem.Kind.ShouldBe(CommonProblems.MalformedInput);

    private static ImportSource Source(byte[] bytes) => new("t.xlsx", bytes, "");
}
