namespace Voltloop.Health.ReadTables;

/// <summary>Finds the BDF column behind each header and says what it did.</summary>
/// <param name="log">Where notes and errors go.</param>
/// <param name="aliases">Other names of quantities, as they occur in exports, with the BDF quantity.</param>
internal sealed class ColumnMatcher(FindingLog log, IReadOnlyDictionary<string, string> aliases)
{
    /// <summary>Matches all headers; a header on line <paramref name="line"/> that matches nothing is noted and kept out.</summary>
    /// <param name="headers">Names as the file writes them.</param>
    /// <param name="line">Line of the header.</param>
    /// <param name="textColumns">Places of columns that are read otherwise.</param>
    public IReadOnlyList<MeasuredColumn> Match(IReadOnlyList<string> headers, int line, IReadOnlySet<int> textColumns)
    {
        var matched = new List<MeasuredColumn>();
        for (var i = 0; i < headers.Count; i++)
        {
            if (!textColumns.Contains(i) && MatchOne(headers[i], i, line) is { } column)
            {
                matched.Add(column);
            }
        }

        foreach (var twice in matched.GroupBy(column => column.Target.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            log.Error("column-duplicated", $"{string.Join(" and ", twice.Select(column => $"\"{column.Header}\""))} are the same column.", line);
        }

        return matched;
    }

    private MeasuredColumn? MatchOne(string header, int index, int line)
    {
        var name = ColumnName.Parse(header);
        var target = BdfColumns.Find(name.Quantity) ?? FromAlias(name.Quantity, header, line);
        if (target is null)
        {
            log.Note("unknown-column", $"\"{header}\" is not a column this import knows; it was kept out.", line);
            return null;
        }

        if (target.ReplacedBy is { } newer)
        {
            log.Note("deprecated-column", $"\"{header}\" is deprecated since BDF 1.3.0; the name is now {newer}.", line);
        }

        return WithUnit(new MeasuredColumn(index, header, target, UnitConversion.None), name.Unit, line);
    }

    private MeasuredColumn? WithUnit(MeasuredColumn column, string? unit, int line)
    {
        if (unit is null && !string.Equals(column.Target.Unit, "1", StringComparison.Ordinal))
        {
            log.Error("unit-missing", $"\"{column.Header}\" has no unit; write for example \"{column.Header} / {column.Target.Unit}\".", line);
            return null;
        }

        if (ColumnUnits.Find(unit ?? "1", column.Target.Unit) is not { } conversion)
        {
            log.Error("unit-mismatch", $"\"{column.Header}\" has the unit \"{unit}\", which is no unit for {column.Target.Name}.", line);
            return null;
        }

        if (!conversion.IsNone)
        {
            log.Note("unit-converted", $"\"{column.Header}\" was converted to {column.Target.Unit}.", line);
        }

        return column with { Conversion = conversion };
    }

    private BdfColumn? FromAlias(string quantity, string header, int line)
    {
        if (!aliases.TryGetValue(quantity, out var known))
        {
            return null;
        }

        var target = BdfColumns.Find(known)!;
        log.Note("column-renamed", $"\"{header}\" was read as {target.Name}.", line);
        return target;
    }
}
