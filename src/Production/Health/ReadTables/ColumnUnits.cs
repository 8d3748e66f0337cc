namespace Voltloop.Health.ReadTables;

/// <summary>Units that column names use, by the BDF unit they are kept in.</summary>
internal static class ColumnUnits
{
    // From (as written, lower case), to (BDF symbol), conversion. Microvolts and the like do not occur in cycler exports.
    private static readonly Dictionary<(string From, string To), UnitConversion> Conversions = new()
    {
        [("s", "s")] = UnitConversion.None, [("sec", "s")] = UnitConversion.None, [("second", "s")] = UnitConversion.None,
        [("seconds", "s")] = UnitConversion.None, [("ms", "s")] = new(1, 1000, 0), [("millisecond", "s")] = new(1, 1000, 0),
        [("min", "s")] = new(60, 1, 0), [("minute", "s")] = new(60, 1, 0), [("h", "s")] = new(3600, 1, 0),
        [("hour", "s")] = new(3600, 1, 0), [("hours", "s")] = new(3600, 1, 0), [("d", "s")] = new(86400, 1, 0),
        [("v", "V")] = UnitConversion.None, [("volt", "V")] = UnitConversion.None, [("volts", "V")] = UnitConversion.None,
        [("mv", "V")] = new(1, 1000, 0), [("millivolt", "V")] = new(1, 1000, 0),
        [("a", "A")] = UnitConversion.None, [("ampere", "A")] = UnitConversion.None, [("amps", "A")] = UnitConversion.None,
        [("ma", "A")] = new(1, 1000, 0), [("milliampere", "A")] = new(1, 1000, 0), [("ua", "A")] = new(1, 1_000_000, 0),
        [("ah", "Ah")] = UnitConversion.None, [("a.h", "Ah")] = UnitConversion.None, [("ampere_hour", "Ah")] = UnitConversion.None,
        [("mah", "Ah")] = new(1, 1000, 0), [("ma.h", "Ah")] = new(1, 1000, 0), [("milliampere_hour", "Ah")] = new(1, 1000, 0),
        [("wh", "Wh")] = UnitConversion.None, [("w.h", "Wh")] = UnitConversion.None, [("watt_hour", "Wh")] = UnitConversion.None,
        [("mwh", "Wh")] = new(1, 1000, 0), [("kwh", "Wh")] = new(1000, 1, 0),
        [("w", "W")] = UnitConversion.None, [("watt", "W")] = UnitConversion.None, [("mw", "W")] = new(1, 1000, 0),
        [("degc", "degC")] = UnitConversion.None, [("°c", "degC")] = UnitConversion.None, [("celsius", "degC")] = UnitConversion.None,
        [("c", "degC")] = UnitConversion.None, [("k", "degC")] = new(1, 1, -273.15), [("kelvin", "degC")] = new(1, 1, -273.15),
        [("degf", "degC")] = new(5, 9, -160.0 / 9), [("°f", "degC")] = new(5, 9, -160.0 / 9),
        [("ohm", "ohm")] = UnitConversion.None, [("mohm", "ohm")] = new(1, 1000, 0), [("milliohm", "ohm")] = new(1, 1000, 0),
        [("pa", "Pa")] = UnitConversion.None, [("kpa", "Pa")] = new(1000, 1, 0), [("bar", "Pa")] = new(100_000, 1, 0),
        [("hz", "Hz")] = UnitConversion.None, [("hertz", "Hz")] = UnitConversion.None,
        [("deg", "deg")] = UnitConversion.None, [("degree", "deg")] = UnitConversion.None,
        [("1", "1")] = UnitConversion.None, [("", "1")] = UnitConversion.None,
    };

    private static readonly string[] Suffixes = [.. Conversions.Keys.Select(key => key.From).Where(unit => unit.Length > 0
        && unit.All(letter => char.IsAsciiLetter(letter) || letter == '_')).Distinct(StringComparer.Ordinal).OrderByDescending(unit => unit.Length)];

    /// <summary>The conversion between two units; <c>null</c> when the first is unknown or of another kind.</summary>
    public static UnitConversion? Find(string from, string to) =>
        Conversions.TryGetValue((from.Trim().ToLowerInvariant(), to), out var conversion) ? conversion : null;

    /// <summary>Splits a machine-readable name such as <c>test_time_second</c> into quantity and unit; no unit when none ends it.</summary>
    public static (string Quantity, string? Unit) SplitMachineName(string name)
    {
        var suffix = Suffixes.FirstOrDefault(unit => name.Length > unit.Length + 1 && name.EndsWith("_" + unit, StringComparison.Ordinal));
        return suffix is null ? (name, null) : (name[..^(suffix.Length + 1)], suffix);
    }
}
