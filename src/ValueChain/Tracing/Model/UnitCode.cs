using System.Collections.Frozen;

namespace Voltloop.Tracing.Model;

/// <summary>
/// Codes of UN/ECE Recommendation 20 with their factor to the SI unit of their dimension: value in SI = value times factor plus
/// offset. Source of the factors: the recommendation, revision 17, and the SI brochure.
/// </summary>
internal static class UnitCode
{
    private static readonly FrozenDictionary<string, (string Dimension, double Factor, double Offset)> Units = Make().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the code is in the table.</summary>
    public static bool IsKnown(string code) => Units.ContainsKey(code);

    /// <summary>A value in another unit of the same dimension; <c>null</c> when there is no way between the two.</summary>
    public static double? Convert(double value, string from, string to)
    {
        if (string.Equals(from, to, StringComparison.Ordinal)) return value;
        if (!Units.TryGetValue(from, out var source) || !Units.TryGetValue(to, out var target) || source.Dimension != target.Dimension) return null;
        return ((value * source.Factor) + source.Offset - target.Offset) / target.Factor;
    }

    private static Dictionary<string, (string, double, double)> Make()
    {
        var units = new Dictionary<string, (string, double, double)>(StringComparer.Ordinal)
        {
            ["KEL"] = ("temperature", 1, 0), ["CEL"] = ("temperature", 1, 273.15), ["FAH"] = ("temperature", 5.0 / 9, 459.67 * 5 / 9), ["A48"] = ("temperature", 5.0 / 9, 0),
        };
        foreach (var (dimension, codes) in Factors)
        {
            foreach (var (code, factor) in codes) units.Add(code, (dimension, factor, 0));
        }

        return units;
    }

    private static (string Dimension, (string Code, double Factor)[] Codes)[] Factors =>
    [
        ("length", [("MTR", 1), ("KMT", 1000), ("DMT", 0.1), ("CMT", 0.01), ("MMT", 1e-3), ("4H", 1e-6), ("C45", 1e-9), ("INH", 0.0254), ("FOT", 0.3048), ("YRD", 0.9144), ("SMI", 1609.344), ("NMI", 1852)]),
        ("mass", [("KGM", 1), ("GRM", 1e-3), ("MGM", 1e-6), ("MC", 1e-9), ("TNE", 1000), ("DTN", 100), ("LBR", 0.45359237), ("ONZ", 0.028349523125), ("STN", 907.18474), ("LTN", 1016.0469088)]),
        ("time", [("SEC", 1), ("C26", 1e-3), ("B98", 1e-6), ("C47", 1e-9), ("MIN", 60), ("HUR", 3600), ("DAY", 86_400), ("WEE", 604_800)]),
        ("pressure", [("PAL", 1), ("A97", 100), ("KPA", 1000), ("MPA", 1e6), ("BAR", 1e5), ("MBR", 100), ("ATM", 101_325), ("PS", 6894.757293168361), ("HN", 133.322387415), ("UA", 133.32236842105263)]),
        ("voltage", [("VLT", 1), ("2Z", 1e-3), ("D82", 1e-6), ("KVT", 1000), ("B78", 1e6)]),
        ("current", [("AMP", 1), ("4K", 1e-3), ("B84", 1e-6), ("B22", 1000)]),
        ("charge", [("COU", 1), ("AMH", 3600), ("E09", 3.6), ("TAH", 3.6e6)]),
        ("energy", [("JOU", 1), ("KJO", 1000), ("3B", 1e6), ("WHR", 3600), ("KWH", 3.6e6), ("MWH", 3.6e9), ("GWH", 3.6e12), ("D70", 4.1868), ("BTU", 1055.05585262)]),
        ("power", [("WTT", 1), ("C31", 1e-3), ("KWT", 1000), ("MAW", 1e6), ("BHP", 745.6998715822702)]),
        ("resistance", [("OHM", 1), ("E45", 1e-3), ("B94", 1e-6), ("B49", 1000), ("B75", 1e6)]),
        ("area", [("MTK", 1), ("CMK", 1e-4), ("MMK", 1e-6), ("DMK", 0.01), ("KMK", 1e6), ("HAR", 1e4), ("INK", 6.4516e-4), ("FTK", 0.09290304)]),
        ("volume", [("MTQ", 1), ("LTR", 1e-3), ("MLT", 1e-6), ("DMQ", 1e-3), ("CMQ", 1e-6), ("MMQ", 1e-9), ("4G", 1e-9), ("GLL", 3.785411784e-3), ("GLI", 4.54609e-3)]),
        ("speed", [("MTS", 1), ("KMH", 1.0 / 3.6), ("2M", 0.01), ("2X", 1.0 / 60), ("HM", 0.44704), ("KNT", 1852.0 / 3600)]),
        ("acceleration", [("MSK", 1), ("A76", 0.01), ("K40", 9.80665)]),
        ("force", [("NEW", 1), ("B47", 1000), ("C20", 1e-3), ("B37", 9.80665)]),
        ("torque", [("NU", 1), ("B48", 1000), ("D83", 1e-3)]),
        ("frequency", [("HTZ", 1), ("KHZ", 1000), ("MHZ", 1e6), ("A86", 1e9), ("RPM", 1.0 / 60)]),
        ("ratio", [("C62", 1), ("P1", 0.01), ("NX", 1e-3), ("59", 1e-6), ("61", 1e-9)]),
        ("density", [("KMQ", 1), ("GL", 1), ("A93", 1e-3), ("GP", 1e-6), ("23", 1000), ("M1", 1e-3)]),
        ("surface density", [("28", 1), ("GM", 1e-3), ("25", 10), ("GO", 1e-6)]),
        ("dynamic viscosity", [("C65", 1), ("C24", 1e-3), ("89", 0.1), ("C7", 1e-3)]),
        ("mass flow", [("KGS", 1), ("F31", 1.0 / 60), ("E93", 1.0 / 3600), ("4M", 1e-6 / 3600), ("F23", 1e-3 / 3600)]),
        ("volume flow", [("MQS", 1), ("MQH", 1.0 / 3600), ("G52", 1.0 / 86_400), ("L2", 1e-3 / 60), ("E32", 1e-3 / 3600), ("41", 1e-6 / 60)]),
        ("angle", [("C81", 1), ("DD", Math.PI / 180), ("C25", 1e-3), ("D61", Math.PI / 10_800), ("D62", Math.PI / 648_000)]),
        ("illuminance", [("LUX", 1), ("KLX", 1000)]),
        ("memory", [("AD", 1), ("2P", 1000), ("4L", 1e6), ("E34", 1e9), ("A99", 0.125)]),
        ("count", [("EA", 1), ("H87", 1), ("DZN", 12), ("CEN", 100), ("MIL", 1000)]),
    ];
}
