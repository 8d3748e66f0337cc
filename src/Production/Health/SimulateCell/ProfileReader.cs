using Voltloop.Core.Problems;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Health.SimulateCell;

/// <summary>Reads a profile from a table with the BDF columns of test time and current; other columns are passed over.</summary>
internal static class ProfileReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="ProblemException">It is no table with both columns, or a row is odd.</exception>
    public static CurrentProfile Read(ImportSource source)
    {
        var log = new FindingLog();
        var data = TextBytes.Decode(source.Bytes, log) is { } text && TableHead.Read(text, log) is { } table ? Rows(table, log) : null;
        if (data is null || log.HasErrors)
        {
            var first = log.ToList().FirstOrDefault();
            throw new ProblemException(CommonProblems.MalformedInput, first is null ? "The file is no table." : $"{first.Code}: {first.Message}", first?.Location is { } place ? $"{source.Name}, {place}" : source.Name, "A profile has the columns test_time_second and current_ampere; + is charge.");
        }

        return new CurrentProfile(data.Find(BdfColumns.TestTime)!, data.Find(BdfColumns.Current)!);
    }

    private static TableData? Rows(TextTable table, FindingLog log)
    {
        var wanted = new[] { BdfColumns.TestTime, BdfColumns.Current };
        var others = table.Headers.Select((name, i) => (name, i)).Where(header => BdfColumns.Find(ColumnName.Parse(header.name).Quantity) is not { } column || !wanted.Contains(column.Name, StringComparer.Ordinal)).Select(header => header.i);
        var columns = new ColumnMatcher(log, new Dictionary<string, string>(StringComparer.Ordinal)).Match(table.Headers, table.FirstLine - 1, others.ToHashSet());
        foreach (var missing in wanted.Except(columns.Select(column => column.Target.Name), StringComparer.Ordinal)) log.Error("column-missing", $"A profile needs the column {missing}; the file has none.", table.FirstLine - 1);
        return log.HasErrors ? null : TableReader.Read(table, [.. columns.Select(column => column with { IsRequired = true })], [], log);
    }
}
