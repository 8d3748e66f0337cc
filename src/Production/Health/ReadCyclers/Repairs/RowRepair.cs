using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers.Repairs;

/// <summary>Drops rows that repeat the row before them in every column.</summary>
internal static class RowRepair
{
    /// <summary>The table without repeated rows.</summary>
    public static CyclerTable Apply(CyclerTable table)
    {
        var (values, repeated) = (TimeFirst(table.Data), new List<int>());
        for (var row = 1; row < table.Data.Rows; row++)
        {
            if (IsSame(values, table.Data.Texts, row))
            {
                repeated.Add(row);
            }
        }

        if (repeated.Count == 0)
        {
            return table;
        }

        table.Repairs.Mend("row-duplicated", "all", "rows that repeat the row before them were dropped", repeated.Count);
        return table with { Data = Keep(table.Data, [.. Enumerable.Range(0, table.Data.Rows).Except(repeated)]) };
    }

    /// <summary>The rows in <paramref name="kept"/>.</summary>
    public static TableData Keep(TableData data, IReadOnlyList<int> kept) => new(
        data.Columns,
        [.. data.Values.Select(values => kept.Select(row => values[row]).ToArray())],
        [.. data.Texts.Select(texts => kept.Select(row => texts[row]).ToArray())],
        [.. kept.Select(row => data.Lines[row])]);

    // Test time is the first column to differ: nearly every row is told apart by one comparison.
    private static bool IsSame(double[][] values, IReadOnlyList<string[]> texts, int row)
    {
        foreach (var column in values)
        {
            if (!column[row].Equals(column[row - 1]))
            {
                return false;
            }
        }

        return texts.All(column => string.Equals(column[row], column[row - 1], StringComparison.Ordinal));
    }

    private static double[][] TimeFirst(TableData data) =>
        data.Find(BdfColumns.TestTime) is { } time ? [time, .. data.Values] : [.. data.Values];
}
