using Voltloop.Health.Importing;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Series;

namespace Voltloop.Health.ImportCapacityTables;

/// <summary>Reads a capacity table into one table per cell.</summary>
internal sealed class CapacityTableReader(TextTable table, IdentityReader identities, FindingLog log)
{
    /// <summary>Channels of the series, in the order of the columns.</summary>
    public IReadOnlyList<ChannelSpec> Channels { get; private set; } = [];

    /// <summary>One table per cell in the order of first appearance; empty when the log has errors.</summary>
    public IReadOnlyList<CellTable> Read()
    {
        var header = table.FirstLine - 1;
        int[] texts = [.. new[] { identities.IdColumn, identities.SerialColumn, identities.GtinColumn }.Where(index => index >= 0)];
        var matched = new ColumnMatcher(log, CapacityColumns.Aliases).Match(table.Headers, header, texts.ToHashSet());
        var columns = CapacityColumns.Arrange(matched, header, log);
        if (log.HasErrors)
        {
            return [];
        }

        Channels = [.. columns.Select(column => new ChannelSpec(column.Target.Name, column.Target.Unit))];
        var data = TableReader.Read(table, columns, texts, log);
        return log.HasErrors ? [] : Split(data, texts);
    }

    private List<CellTable> Split(TableData data, int[] texts)
    {
        var cells = new List<CellTable>();
        var groups = Enumerable.Range(0, data.Rows).GroupBy(row => (
            Text(data, texts, identities.IdColumn, row), Text(data, texts, identities.SerialColumn, row), Text(data, texts, identities.GtinColumn, row)));
        foreach (var group in groups)
        {
            int[] rows = [.. group];
            var (id, serial, gtin) = group.Key;
            if (identities.Read(id, serial, gtin, data.Lines[rows[0]]) is { } identity)
            {
                cells.Add(new CellTable(identity, [.. data.Values.Select(values => Pick(values, rows))], Array.ConvertAll(rows, row => data.Lines[row])));
            }
        }

        return cells;
    }

    private static string? Text(TableData data, int[] texts, int column, int row)
    {
        var place = Array.IndexOf(texts, column);
        return column < 0 ? null : data.Texts[place][row];
    }

    private static double[] Pick(double[] values, int[] rows) =>
        rows.Length == values.Length ? values : Array.ConvertAll(rows, row => values[row]);
}
