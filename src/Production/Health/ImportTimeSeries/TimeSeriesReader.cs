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
        return log.HasErrors ? null : TableReader.Read(table, columns, texts, log);
    }
}
