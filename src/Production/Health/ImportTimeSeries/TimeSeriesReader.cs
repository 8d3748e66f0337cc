using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ImportTimeSeries;

/// <summary>Reads and checks a BDF table.</summary>
internal static class TimeSeriesReader
{
    /// <summary>The data, with the rules that were checked; <c>null</c> when a column is missing. The log says whether it may be used.</summary>
    public static (TableData Data, TimeSeriesRules Rules)? Read(TextTable table, FindingLog log)
    {
        var header = table.FirstLine - 1;
        var stepType = table.Headers.ToList().FindIndex(name =>
            string.Equals(ColumnName.Parse(name).Quantity, TimeSeriesColumns.StepType, StringComparison.Ordinal));
        int[] texts = stepType < 0 ? [] : [stepType];
        var matched = new ColumnMatcher(log, TimeSeriesColumns.Aliases).Match(table.Headers, header, texts.ToHashSet());
        var columns = TimeSeriesColumns.Arrange(matched, header, log);
        if (log.HasErrors)
        {
            return null;
        }

        var data = TableReader.Read(table, columns, texts, log);
        var rules = new TimeSeriesRules(data, log);
        if (!log.HasErrors)
        {
            rules.Check();
        }

        return (data, rules);
    }
}
