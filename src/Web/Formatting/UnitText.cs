namespace Voltloop.Web.Formatting;

/// <summary>Units as people read them; the vocabulary and the record keep the machine-readable symbols.</summary>
public static class UnitText
{
    private static readonly Dictionary<string, string> Readable = new(StringComparer.Ordinal)
    {
        ["Cel"] = "°C",
        ["degF"] = "°F",
        ["Ohm"] = "Ω",
        ["mOhm"] = "mΩ",
        ["mo"] = "months",
        ["a"] = "years",
        ["d"] = "days",
        ["1"] = "",
    };

    /// <summary>The unit as shown after a number; empty for none. Annotations lose their braces: <c>{cycle}</c> becomes "cycles".</summary>
    public static string Of(string? unit) => unit switch
    {
        null => "",
        "{cycle}" => "cycles",
        _ when Readable.TryGetValue(unit, out var text) => text,
        _ => unit.Replace("{CO2e}", "\u00a0CO₂e", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal),
    };
}
