using System.Globalization;
using System.Text.RegularExpressions;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadPacks;

/// <summary>What a column of a table of cells holds, told by its name.</summary>
/// <param name="Name">Name under which the record keeps it.</param>
/// <param name="Unit">Unit it is kept in.</param>
/// <param name="Number">Number of the cell or sensor; 0 for time and current.</param>
internal sealed partial record PackColumn(string Name, string Unit, int Number)
{
    private const string VoltPart = "voltage_cell_";
    private const string WarmPart = "temperature_sensor_";
    private static readonly string[] Times = ["test_time", "time", "t", "unix_time", "elapsed_time"];
    private static readonly string[] Currents = ["current", "pack_current", "i"];

    /// <summary>True for the voltage of a cell or group.</summary>
    public bool IsVolt => Name.StartsWith(VoltPart, StringComparison.Ordinal);

    /// <summary>True for a temperature.</summary>
    public bool IsWarm => Name.StartsWith(WarmPart, StringComparison.Ordinal);

    /// <summary>True for the time.</summary>
    public bool IsTime => string.Equals(Name, BdfColumns.TestTime, StringComparison.Ordinal);

    /// <summary>The column behind a header, with the unit as written; <c>null</c> for any other.</summary>
    public static (PackColumn Column, string? Unit)? Of(string header)
    {
        var (quantity, unit) = ColumnName.Parse(header);
        if (Times.Contains(quantity, StringComparer.Ordinal)) return (new PackColumn(BdfColumns.TestTime, "s", 0), unit);
        if (Currents.Contains(quantity, StringComparer.Ordinal)) return (new PackColumn(BdfColumns.Current, "A", 0), unit);
        if (Cell().Match(quantity) is { Success: true } cell) return (Numbered(VoltPart, cell, "_volt", "V"), unit);
        return Warm().Match(quantity) is { Success: true } warm ? (Numbered(WarmPart, warm, "_celsius", "degC"), unit) : null;
    }

    /// <summary>True when headers are those of a table of cells over time: a time, and voltages of three or more.</summary>
    public static bool Match(IReadOnlyList<string> headers)
    {
        PackColumn[] found = [.. headers.Select(Of).Where(one => one is not null).Select(one => one!.Value.Column)];
        return found.Any(column => column.IsTime) && found.Count(column => column.IsVolt) >= Model.Packs.PackLimits.FewestCells;
    }

    private static PackColumn Numbered(string prefix, Match match, string suffix, string unit)
    {
        var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        return new PackColumn(string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:000}{suffix}"), unit, number);
    }

    [GeneratedRegex(@"^(?:(?:voltage|volt|cell|group|v|u)_?)+0*(?<number>\d{1,4})(?:_?(?:voltage|volt|v))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cell();

    [GeneratedRegex(@"^(?:t|temp|temperature)_?(?:(?:cell|sensor|module|group)_?)?0*(?<number>\d{1,4})$|^(?:cell|sensor|module|group)_?0*(?<number>\d{1,4})_(?:t|temp|temperature)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Warm();
}
