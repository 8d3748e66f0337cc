using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers.Repairs;

/// <summary>Blanks what an open thermocouple reads (−2500 degC) and leaves columns out in which nothing was measured.</summary>
internal static class SensorRepair
{
    /// <summary>Lowest temperature believed, in degC.</summary>
    public const double Lowest = -100;

    /// <summary>Highest temperature believed, in degC.</summary>
    public const double Highest = 300;

    /// <summary>The table without impossible temperatures and empty columns.</summary>
    public static CyclerTable Apply(CyclerTable table)
    {
        for (var i = 0; i < table.Data.Columns.Count; i++)
        {
            if (string.Equals(table.Data.Columns[i].Target.Unit, "degC", StringComparison.Ordinal) && Blank(table.Data.Values[i]) is > 0 and var rows)
            {
                table.Repairs.Mend("temperature-implausible", table.Data.Columns[i].Header, $"below {Lowest} or above {Highest} degC, an open sensor: taken as missing", rows);
            }
        }

        var filled = Enumerable.Range(0, table.Data.Columns.Count).Where(i => IsWanted(table.Data, i)).ToArray();
        return filled.Length == table.Data.Columns.Count ? table : Keep(table, filled);
    }

    private static int Blank(double[] values)
    {
        var rows = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is < Lowest or > Highest)
            {
                values[i] = double.NaN;
                rows++;
            }
        }

        return rows;
    }

    private static bool IsWanted(TableData data, int column) =>
        BdfColumns.Required.Contains(data.Columns[column].Target.Name, StringComparer.Ordinal) || !Array.TrueForAll(data.Values[column], double.IsNaN);

    private static CyclerTable Keep(CyclerTable table, int[] filled)
    {
        foreach (var empty in Enumerable.Range(0, table.Data.Columns.Count).Except(filled))
        {
            table.Repairs.Convert("column-empty", table.Data.Columns[empty].Header, "no row has a value: left out", 0);
        }

        var data = table.Data;
        return table with { Data = data with { Columns = [.. filled.Select(i => data.Columns[i])], Values = [.. filled.Select(i => data.Values[i])] } };
    }
}
