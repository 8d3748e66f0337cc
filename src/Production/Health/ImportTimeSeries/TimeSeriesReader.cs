using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadCyclers.Text;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ImportTimeSeries;

/// <summary>Reads a BDF table.</summary>
internal static class TimeSeriesReader
{
    /// <summary>The data as it stands in the file; <c>null</c> when a column is missing. The log says whether it may be used.</summary>
    public static TableData? Read(TextTable table, FindingLog log)
    {
        var header = table.FirstLine - 1;
        var stepType = table.Headers.ToList().FindIndex(name =>
            string.Equals(ColumnName.Parse(name).Quantity, TimeSeriesColumns.StepType, StringComparison.Ordinal));
        int[] texts = stepType < 0 ? [] : [stepType];
        var matched = new ColumnMatcher(log, TimeSeriesColumns.Aliases).Match(table.Headers, header, texts.ToHashSet());
        var columns = TimeSeriesColumns.Arrange(matched, header, log);
        return log.HasErrors ? null : Rows(table, columns, texts, log);
    }

    // Quotes are rare and need the careful reader; everything else goes through the quick one, on all processors.
    private static TableData Rows(TextTable table, IReadOnlyList<MeasuredColumn> columns, int[] texts, FindingLog log)
    {
        var body = table.Body.Span;
        if (body.Contains((byte)'"') || body.Length > TableLimits.MaxLineBytes && !HasShortLines(body))
        {
            return TableReader.Read(table, columns, texts, log);
        }

        var words = texts.Select(index => new RowField(TextColumns.Word(index, table.Headers[index]), FieldKind.Word));
        var plan = new RowPlan(table.Delimiter, table.Headers.Count, [.. columns.Select(column => new RowField(column, FieldKind.Number)).Concat(words).OrderBy(field => field.Column.Index)])
        {
            IsStrict = true,
            HasDecimalComma = table.Delimiter != (byte)',' && body.Contains((byte)','),
        };
        return InOrder(RowReader.Read(table.Body, plan, table.FirstLine, log), columns);
    }

    private static TableData InOrder(TableData data, IReadOnlyList<MeasuredColumn> columns)
    {
        var order = columns.Select(column => data.Columns.ToList().IndexOf(column)).ToArray();
        return data with { Columns = columns, Values = [.. order.Select(place => data.Values[place])] };
    }

    private static bool HasShortLines(ReadOnlySpan<byte> body)
    {
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'\n');
            if ((end < 0 ? body.Length : end) > TableLimits.MaxLineBytes)
            {
                return false;
            }

            body = end < 0 ? default : body[(end + 1)..];
        }

        return true;
    }
}
