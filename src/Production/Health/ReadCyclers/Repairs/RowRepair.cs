using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers.Repairs;

/// <summary>Drops rows that repeat the row before them in every column.</summary>
internal static class RowRepair
{
    /// <summary>The table without repeated rows.</summary>
    public static CyclerTable Apply(CyclerTable table)
    {
        var kept = new List<int>(table.Data.Rows);
        for (var row = 0; row < table.Data.Rows; row++)
        {
            if (row == 0 || !IsSame(table.Data, row))
            {
                kept.Add(row);
            }
        }

        var dropped = table.Data.Rows - kept.Count;
        if (dropped == 0)
        {
            return table;
        }

        table.Repairs.Mend("row-duplicated", "all", "rows that repeat the row before them were dropped", dropped);
        return table with { Data = Keep(table.Data, kept) };
    }

    /// <summary>The rows in <paramref name="kept"/>.</summary>
    public static TableData Keep(TableData data, IReadOnlyList<int> kept) => new(
        data.Columns,
        [.. data.Values.Select(values => kept.Select(row => values[row]).ToArray())],
        [.. data.Texts.Select(texts => kept.Select(row => texts[row]).ToArray())],
        [.. kept.Select(row => data.Lines[row])]);

    private static bool IsSame(TableData data, int row) =>
        data.Values.All(values => values[row].Equals(values[row - 1])) && data.Texts.All(texts => string.Equals(texts[row], texts[row - 1], StringComparison.Ordinal));
}
