using System.Text.RegularExpressions;

namespace Voltloop.Health.ReadTables;

/// <summary>A column name taken apart.</summary>
/// <param name="Quantity">Quantity in lower case with underscores, for example <c>discharging_capacity</c>.</param>
/// <param name="Unit">Unit as written; <c>null</c> when the name has none.</param>
internal sealed partial record ColumnName(string Quantity, string? Unit)
{
    /// <summary>Longest name looked at, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>Reads <c>Voltage / V</c>, <c>Voltage [V]</c>, <c>Voltage(V)</c> and <c>voltage_volt</c>.</summary>
    public static ColumnName Parse(string header)
    {
        header = header.Length > MaxLength ? header[..MaxLength] : header;
        var label = LabelWithUnit().Match(header);
        if (label.Success)
        {
            return new ColumnName(Normalise(label.Groups["quantity"].Value), label.Groups["unit"].Value.Trim());
        }

        var (quantity, unit) = ColumnUnits.SplitMachineName(Normalise(header));
        return new ColumnName(quantity, unit);
    }

    private static string Normalise(string quantity) => NotWord().Replace(quantity.Trim().ToLowerInvariant(), "_").Trim('_');

    [GeneratedRegex(@"^(?<quantity>[^/\[\(]+?)\s*(?:/\s*(?<unit>[^/]+)|\[(?<unit>[^\]]*)\]|\((?<unit>[^\)]*)\))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LabelWithUnit();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+", RegexOptions.None, 1000)]
    private static partial Regex NotWord();
}
