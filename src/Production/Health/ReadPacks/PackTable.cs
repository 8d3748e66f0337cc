using System.Globalization;
using Voltloop.Health.Model.Packs;
using Voltloop.Health.ReadTables;
using Voltloop.Kernels.Packs;
using Voltloop.Kernels.Robust;

namespace Voltloop.Health.ReadPacks;

/// <summary>Reads a table with one column per cell: time, current, voltages, temperatures, in any order and unit that the names say.</summary>
internal static class PackTable
{
    // No cell has tens of volts: without a unit such a number is in mV.
    private const double LargestVolt = 10;

    /// <summary>The table as it stands in the file, columns in the order time, current, cells, sensors; <c>null</c>, with errors in the log, when it cannot be read.</summary>
    public static TableData? Read(ReadOnlyMemory<byte> bytes, FindingLog log, out TextTable? head)
    {
        head = null;
        if (TextBytes.Decode(bytes, log) is not { } text || TableHead.Read(text, log) is not { } read) return null;
        head = read;
        var columns = Columns(read, log);
        if (log.HasErrors) return null;
        var data = TableReader.Read(read, columns, [], log);
        return log.HasErrors ? null : InVolt(data, log);
    }

    /// <summary>Checks the rows, and makes a recording of them.</summary>
    public static PackRecording? Recording(string source, TableData data, FindingLog log)
    {
        PackRules.Check(data, log);
        if (log.HasErrors) return null;
        double[][] Channels(Func<PackColumn, bool> wanted) => [.. data.Columns.Select((column, i) => (column, i)).Where(one => wanted(Role(one.column))).Select(one => data.Values[one.i])];
        string[] Names(Func<PackColumn, bool> wanted) => [.. data.Columns.Where(column => wanted(Role(column))).Select(column => column.Header)];
        var matrix = new PackMatrix(data.Find(BdfColumns.TestTime)!, data.Find(BdfColumns.Current) ?? [], PackRules.Plausible(Channels(role => role.IsVolt), log), Channels(role => role.IsWarm));
        return new PackRecording(source, matrix, Names(role => role.IsVolt), Names(role => role.IsWarm)) { Findings = log.ToList() };
    }

    private static PackColumn Role(MeasuredColumn column) => PackColumn.Of(column.Target.Name)!.Value.Column;

    private static List<MeasuredColumn> Columns(TextTable head, FindingLog log)
    {
        var line = head.FirstLine - 1;
        var found = new List<(PackColumn Role, MeasuredColumn Column)>();
        for (var i = 0; i < head.Headers.Count; i++)
        {
            if (PackColumn.Of(head.Headers[i]) is not var (role, unit)) log.Note("unknown-column", $"\"{head.Headers[i]}\" is not a column of a table of cells; it was kept out.", line);
            else if (ColumnUnits.Find(unit ?? role.Unit, role.Unit) is not { } conversion) log.Error("unit-mismatch", $"\"{head.Headers[i]}\" has the unit \"{unit}\", which is none for {role.Name}.", line);
            else found.Add((role, new MeasuredColumn(i, head.Headers[i], new BdfColumn(role.Name, role.Name, role.Unit), conversion) { IsRequired = role.IsTime }));
        }

        foreach (var twice in found.GroupBy(one => one.Role.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            log.Error("column-duplicated", $"{string.Join(" and ", twice.Select(one => $"\"{one.Column.Header}\""))} are the same column.", line);
        }

        Require(found.Count(one => one.Role.IsVolt), found.Exists(one => one.Role.IsTime), line, log);
        return [.. found.OrderBy(one => one.Role.IsTime ? 0 : one.Role.Number == 0 ? 1 : one.Role.IsVolt ? 2 : 3).ThenBy(one => one.Role.Number).Select(one => one.Column)];
    }

    private static void Require(int cells, bool hasTime, int line, FindingLog log)
    {
        if (!hasTime) log.Error("column-missing", "The table has no column with the time; write for example \"time_s\".", line);
        if (cells == 0) log.Error("column-missing", "The table has no column with the voltage of a cell; write for example \"cell_1_v\".", line);
        else if (cells < PackLimits.FewestCells) log.Error("too-few-cells", string.Create(CultureInfo.InvariantCulture, $"The table has {cells} cell{(cells == 1 ? "" : "s")}; {PackLimits.FewestCells} are needed, since of fewer nobody knows which is the odd one."), line);
    }

    private static TableData InVolt(TableData data, FindingLog log)
    {
        int[] cells = [.. Enumerable.Range(0, data.Columns.Count).Where(i => Role(data.Columns[i]).IsVolt)];
        var median = Median.Of([.. cells.SelectMany(i => data.Values[i]).Where(double.IsFinite)]);
        if (!(median > LargestVolt) || cells.Any(i => ColumnName.Parse(data.Columns[i].Header).Unit is not null)) return data;
        log.Note("unit-converted", string.Create(CultureInfo.InvariantCulture, $"The voltages have no unit and lie around {median:0}; they were read as mV."), 1);
        return data with { Values = [.. data.Values.Select((values, i) => cells.Contains(i) ? Array.ConvertAll(values, value => value / 1000) : values)] };
    }
}
