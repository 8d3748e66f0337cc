using System.Globalization;

namespace Voltloop.Tracing.Model.Factory;

/// <summary>
/// The measured cells of the example, which laboratories bought and tested: here they arrive as cells bought in, and twelve at a time
/// sit in small packs of the test field. What was measured stays as it is and nothing is said about who made them.
/// </summary>
internal static class BoughtInCells
{
    private static readonly DateTimeOffset Arrival = new(2024, 2, 19, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Cells of the two makers in one delivery each.</summary>
    public static IEnumerable<byte[]> Events(IReadOnlyList<string> cells)
    {
        for (var first = 0; first < cells.Count; first += FactoryPlan.ModuleCells)
        {
            string[] group = [.. cells.Skip(first).Take(FactoryPlan.ModuleCells)];
            var at = Arrival.AddMinutes(5.0 * first / FactoryPlan.ModuleCells);
            yield return ChainEvent.Object(at, "OBSERVE", "receiving").Text("disposition", "available").Where(FactorySites.Factory, "DOCK-2").Things("epcList", group).Text("voltloop:material", "cells bought in").End();
            if (group.Length == FactoryPlan.ModuleCells) yield return Packed(group, Pack(first / FactoryPlan.ModuleCells), at.AddDays(2));
        }

        if (cells.Count >= FactoryPlan.ModuleCells) yield return Returned(Pack(0));
    }

    /// <summary>Small packs that so many cells make.</summary>
    public static int Packs(int cells) => cells / FactoryPlan.ModuleCells;

    /// <summary>Serial number of a small pack, from 0.</summary>
    public static string PackSerial(int pack) => string.Create(CultureInfo.InvariantCulture, $"T{pack + 1:000}");

    /// <summary>A small pack, from 0.</summary>
    public static string Pack(int pack) => FactoryProducts.SmallPack.Item(PackSerial(pack));

    // The first comes back from the test field; what is left in it is what the laboratory measured of its cells at the end.
    private static byte[] Returned(string pack) => ChainEvent.Object(FactoryPlan.LastDay.AddDays(-30), "OBSERVE", "collecting").Text("disposition", "returned").Where(FactorySites.Dismantler)
        .Things("epcList", pack).Text("voltloop:reason", "end of the test").End();

    // No key event of a battery: these packs are never sold.
    private static byte[] Packed(string[] cells, string pack, DateTimeOffset at) => ChainEvent.Aggregation(at, "ADD", "packing").Where(FactorySites.Factory, "TEST-FIELD-1")
        .Text("parentID", pack).Things("childEPCs", cells).End();
}
