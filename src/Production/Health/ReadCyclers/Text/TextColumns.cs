using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers.Text;

/// <summary>Finds the BDF column behind each header of a dialect.</summary>
/// <param name="dialect">What headers mean.</param>
/// <param name="repairs">Where conversions of units are told.</param>
/// <param name="log">Where errors go.</param>
internal sealed class TextColumns(TextDialect dialect, RepairReport repairs, FindingLog log)
{
    private static readonly BdfColumn StepType = new(VendorColumn.Word, VendorColumn.Word, "");

    /// <summary>A column of words.</summary>
    public static MeasuredColumn Word(int index, string header) => new(index, header, StepType, UnitConversion.None);

    /// <summary>The fields to read, by their place.</summary>
    public IReadOnlyList<RowField> Match(HeaderRow header)
    {
        var fields = new List<RowField>();
        var unknown = new List<string>();
        for (var i = 0; i < header.Names.Count; i++)
        {
            if (dialect.Find(header.Parsed[i]) is not { } column)
            {
                unknown.Add(header.Names[i]);
            }
            else if (!fields.Any(field => string.Equals(field.Column.Target.Quantity, column.Quantity, StringComparison.Ordinal)))
            {
                fields.Add(Field(column, header, i));
            }
        }

        if (unknown.Count(name => name.Length > 0) is > 0 and var count)
        {
            log.Note("columns-left-out", $"{count} columns were left out: {string.Join(", ", unknown.Where(name => name.Length > 0).Take(40))}.", header.Line);
        }

        CheckRequired(fields, header.Line);
        return fields;
    }

    private void CheckRequired(List<RowField> fields, int line)
    {
        foreach (var name in new[] { BdfColumns.Voltage, BdfColumns.Current })
        {
            if (!fields.Any(field => string.Equals(field.Column.Target.Name, name, StringComparison.Ordinal)))
            {
                log.Error("column-missing", $"BDF requires the column {name}; the file has none.", line);
            }
        }
    }

    private RowField Field(VendorColumn column, HeaderRow header, int index)
    {
        if (column.Kind == FieldKind.Word)
        {
            return new RowField(Word(index, header.Names[index]), column.Kind);
        }

        var target = BdfColumns.Find(column.Quantity)!;
        var measured = new MeasuredColumn(index, header.Names[index], target, UnitConversion.None)
        {
            IsRequired = BdfColumns.Required.Contains(target.Name, StringComparer.Ordinal),
        };
        return column.Kind == FieldKind.Date ? new RowField(measured, column.Kind) : WithUnit(new RowField(measured, column.Kind), column, header.Parsed[index]);
    }

    private RowField WithUnit(RowField field, VendorColumn column, ColumnName name)
    {
        var target = field.Column.Target;
        var stated = name.Unit is { } unit ? ColumnUnits.Find(Clean(unit), target.Unit) : null;
        var conversion = stated ?? (column.Unit is { } usual ? ColumnUnits.Find(usual, target.Unit) : null);
        if (conversion is not { } known)
        {
            log.Error(name.Unit is null ? "unit-missing" : "unit-mismatch", $"\"{field.Column.Header}\" has {(name.Unit is null ? "no unit" : $"the unit \"{name.Unit}\"")}; {target.Name} needs one.");
            return field;
        }

        if (!known.IsNone)
        {
            repairs.Convert("unit-converted", field.Column.Header, $"converted to {target.Unit}", 0);
        }

        // A header that states the unit of a time has numbers below it, and nothing is assumed.
        var kind = stated is not null && field.Kind == FieldKind.Duration && !string.Equals(target.Unit, "1", StringComparison.Ordinal) ? FieldKind.Number : field.Kind;
        return field with { Column = field.Column with { Conversion = known }, Kind = kind };
    }

    private static string Clean(string unit) => unit.Replace("Â", "", StringComparison.Ordinal).Trim();
}
