using System.Globalization;

namespace Voltloop.Tracing.Model.Factory;

/// <summary>Binder, electrolyte and separator: delivered lot by lot, long before they are needed.</summary>
internal static class SupplyDeliveries
{
    private const int PairsOfLot = 5;

    /// <summary>Name of the lots that two coils and their cells use.</summary>
    public static string Lot(int pair) => string.Create(CultureInfo.InvariantCulture, $"D{(pair / PairsOfLot) + 1:00000}");

    /// <summary>The deliveries that begin to be used with two coils; none when they are there already.</summary>
    public static IEnumerable<byte[]> Events(FactoryPlan plan, int pair)
    {
        if (pair % PairsOfLot != 0) yield break;
        var at = plan.CoatedFrom(2 * pair).AddDays(-6);
        foreach (var (product, kg) in new[] { (FactoryProducts.Binder, 300.0), (FactoryProducts.Electrolyte, 2200.0), (FactoryProducts.Separator, 700.0) })
        {
            yield return ChainEvent.Object(at, "ADD", "receiving").Where(FactorySites.Factory, "DOCK-2").Lots("quantityList", (product.Lot(Lot(pair)), kg))
                .Moved("location", FactorySites.Supplier.Id, FactorySites.Factory.Id).Text("voltloop:material", product.Name).End();
        }
    }
}
