using System.Globalization;

namespace Voltloop.Tracing.Model.Factory;

/// <summary>Identifiers of what the factory makes and of its machines. Numbers are from 0, names from 1.</summary>
internal static class FactoryNames
{
    /// <summary>A mother coil.</summary>
    public static string Coil(bool isCathode, int coil) => isCathode ? FactoryProducts.CathodeCoil.Item(Text($"KC{coil + 1:00000}")) : FactoryProducts.AnodeCoil.Item(Text($"AC{coil + 1:00000}"));

    /// <summary>A lane of a mother coil.</summary>
    public static string Lane(bool isCathode, int coil, int lane) =>
        isCathode ? FactoryProducts.CathodeLane.Item(Text($"KC{coil + 1:00000}-{lane + 1}")) : FactoryProducts.AnodeLane.Item(Text($"AC{coil + 1:00000}-{lane + 1}"));

    /// <summary>A slurry batch.</summary>
    public static string Slurry(bool isCathode, int pair) => isCathode ? FactoryProducts.CathodeSlurry.Lot(Text($"KB{pair + 1:00000}")) : FactoryProducts.AnodeSlurry.Lot(Text($"AB{pair + 1:00000}"));

    /// <summary>A cell.</summary>
    public static string Cell(int cell) => FactoryProducts.Cell.Item(Text($"C{cell + 1:00000000}"));

    /// <summary>A module.</summary>
    public static string Module(int module) => FactoryProducts.Module.Item(Text($"M{module + 1:0000000}"));

    /// <summary>Serial number of a pack.</summary>
    public static string PackSerial(int pack) => Text($"P{pack + 1:000000}");

    /// <summary>A pack.</summary>
    public static string Pack(int pack) => FactoryProducts.Pack.Item(PackSerial(pack));

    /// <summary>A machine of a kind.</summary>
    public static string Machine(string kind, int machine) => Text($"{kind}-{machine + 1}");

    /// <summary>The coater of cathode with a number.</summary>
    public static string Coater(bool isCathode, int coater) => Machine(isCathode ? "COATER" : "ANODE-COATER", coater);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
