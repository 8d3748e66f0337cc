namespace Voltloop.Health.ReadCyclers.Dialects;

/// <summary>Tables with time, voltage and current in German, French or Spanish; units stand in the header.</summary>
internal static class PlainText
{
    /// <summary>The dialect.</summary>
    public static readonly TextDialect Dialect = new(
        "Table with translated headers",
        [],
        new Dictionary<string, VendorColumn>(StringComparer.Ordinal)
        {
            ["zeit"] = new("test_time"), ["prüfzeit"] = new("test_time"), ["laufzeit"] = new("test_time"),
            ["temps"] = new("test_time"), ["tiempo"] = new("test_time"),
            ["spannung"] = new("voltage"), ["tension"] = new("voltage"), ["tensión"] = new("voltage"), ["voltaje"] = new("voltage"),
            ["strom"] = new("current"), ["courant"] = new("current"), ["corriente"] = new("current"),
            ["zyklus"] = new("cycle_count", "1"), ["cycle"] = new("cycle_count", "1"), ["ciclo"] = new("cycle_count", "1"),
            ["temperatur"] = new("temperature_t1"), ["température"] = new("temperature_t1"), ["temperatura"] = new("temperature_t1"),
        })
    {
        AllOf =
        [
            ["zeit", "prüfzeit", "laufzeit", "temps", "tiempo"],
            ["spannung", "tension", "tensión", "voltaje"],
            ["strom", "courant", "corriente"],
        ],
    };
}
