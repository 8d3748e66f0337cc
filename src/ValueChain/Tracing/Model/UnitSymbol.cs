using System.Collections.Frozen;

namespace Voltloop.Tracing.Model;

/// <summary>Codes of UN/ECE Recommendation 20 as people write the units (SI brochure, 9th edition).</summary>
internal static class UnitSymbol
{
    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["KEL"] = "K", ["CEL"] = "°C", ["FAH"] = "°F",
        ["MTR"] = "m", ["KMT"] = "km", ["CMT"] = "cm", ["MMT"] = "mm", ["4H"] = "µm", ["C45"] = "nm",
        ["KGM"] = "kg", ["GRM"] = "g", ["MGM"] = "mg", ["TNE"] = "t",
        ["SEC"] = "s", ["C26"] = "ms", ["MIN"] = "min", ["HUR"] = "h", ["DAY"] = "d",
        ["PAL"] = "Pa", ["A97"] = "hPa", ["KPA"] = "kPa", ["MPA"] = "MPa", ["BAR"] = "bar", ["MBR"] = "mbar",
        ["VLT"] = "V", ["2Z"] = "mV", ["KVT"] = "kV", ["AMP"] = "A", ["4K"] = "mA", ["AMH"] = "Ah", ["E09"] = "mAh", ["TAH"] = "kAh", ["COU"] = "C",
        ["JOU"] = "J", ["KJO"] = "kJ", ["WHR"] = "Wh", ["KWH"] = "kWh", ["MWH"] = "MWh", ["WTT"] = "W", ["KWT"] = "kW",
        ["OHM"] = "Ω", ["E45"] = "mΩ", ["B94"] = "µΩ", ["B49"] = "kΩ", ["B75"] = "MΩ",
        ["MTK"] = "m²", ["CMK"] = "cm²", ["MTQ"] = "m³", ["LTR"] = "l", ["MLT"] = "ml",
        ["MTS"] = "m/s", ["2X"] = "m/min", ["KMH"] = "km/h", ["NEW"] = "N", ["HTZ"] = "Hz", ["RPM"] = "r/min",
        ["P1"] = "%", ["59"] = "ppm", ["C62"] = "", ["EA"] = "", ["H87"] = "",
        ["KMQ"] = "kg/m³", ["28"] = "kg/m²", ["GM"] = "g/m²", ["25"] = "g/cm²", ["C24"] = "mPa·s",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The symbol; the code itself when there is none in the table.</summary>
    public static string Of(string code) => Symbols.GetValueOrDefault(code, code);
}
