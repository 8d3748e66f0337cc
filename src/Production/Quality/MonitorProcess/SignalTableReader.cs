using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Quality.Model;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Quality.MonitorProcess;

/// <summary>Reads tables of signals.</summary>
internal static class SignalTableReader
{
    /// <summary>What columns a table may have.</summary>
    public const string Layout = "A column for each signal and a row for each moment, in the order of time; beside them time (ISO 8601), unit or sample. Numbers without names are taken as x1, x2 ...";

    private static readonly string[] Names = ["unit", "serial", "cell", "sample", "time", "date", "at"];
    private static readonly string[] Moments = ["time", "date", "at"];

    /// <summary>Reads the tables that belong together. One of training rows that stands on its side is turned round.</summary>
    /// <exception cref="ProblemException">A table is no table, or too large.</exception>
    public static (MonitorInput Input, string? Note) Read((ImportSource Train, ImportSource Test, ImportSource? Calibrate) files, int? faultFrom)
    {
        var (test, train) = (DelimitedTable.Read(files.Test), DelimitedTable.Read(files.Train, maxColumns: SignalTable.MaxRows));
        var isOnItsSide = train.Columns.Count != test.Columns.Count && train.Rows.Count == test.Columns.Count && train.Columns[0] == "x1";
        var input = new MonitorInput(Of(isOnItsSide ? Turned(train) : train), Of(test))
        {
            Calibrate = files.Calibrate is { } calibrate ? Of(DelimitedTable.Read(calibrate)) : null, FaultFrom = faultFrom - 1,
        };
        return (input, isOnItsSide ? $"{train.Name} has a row for each signal; it was turned round." : null);
    }

    /// <summary>One table.</summary>
    public static SignalTable Of(DelimitedTable table)
    {
        if (table.Rows.Count > SignalTable.MaxRows) throw new ProblemException(CommonProblems.LimitExceeded, $"The table has {table.Rows.Count} rows; the limit SignalTable.MaxRows is {SignalTable.MaxRows}.", table.Name);
        int[] signals = [.. Enumerable.Range(0, table.Columns.Count).Where(j => !Names.Contains(table.Columns[j].Split('(', ' ')[0], StringComparer.Ordinal))];
        if (signals.Length is 0 or > SignalTable.MaxSignals) throw new ProblemException(signals.Length == 0 ? CommonProblems.MalformedInput : CommonProblems.LimitExceeded, $"The table has {signals.Length} signals; 1 to SignalTable.MaxSignals ({SignalTable.MaxSignals}) are watched.", table.Name, Layout);
        return new SignalTable(table.Name, [.. signals.Select(j => table.Columns[j])], [.. Enumerable.Range(0, table.Rows.Count).Select(i => signals.Select(j => table.Value(i, j)).ToArray())])
        {
            Labels = [.. Enumerable.Range(0, table.Rows.Count).Select(i => DelimitedTable.Text(table.Rows[i], table.Find(Names)) ?? string.Create(CultureInfo.InvariantCulture, $"row {i + 1}"))],
            Times = [.. table.Rows.Select(row => DateTimeOffset.TryParse(DelimitedTable.Text(row, table.Find(Moments)), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : default(DateTimeOffset?))],
        };
    }

    private static DelimitedTable Turned(DelimitedTable table) => table with
    {
        Columns = [.. Enumerable.Range(1, table.Rows.Count).Select(j => string.Create(CultureInfo.InvariantCulture, $"x{j}"))],
        Rows = [.. Enumerable.Range(0, table.Columns.Count).Select(j => table.Rows.Select(row => j < row.Length ? row[j] : "").ToArray())],
    };
}
