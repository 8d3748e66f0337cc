using System.Globalization;

namespace Voltloop.Tracing.Model.Factory;

/// <summary>Makes the cathode powder that the factory needs, of the newest precursor that suffices, and sends it.</summary>
/// <param name="plan">What is made.</param>
/// <param name="book">What is where.</param>
internal sealed class CathodeMaker(FactoryPlan plan, SupplyBook book)
{
    private const double LotKg = 1000;
    private const double Keeps = 0.985;
    private const int LotsOfTruck = 20;

    /// <summary>The events of a month in which it works for the factory.</summary>
    public IEnumerable<byte[]> Events(int month)
    {
        var lots = (int)Math.Ceiling(plan.Pairs * FactoryPlan.BatchKg * 1.02 / LotKg);
        var (precursor, lithium) = (Of(FactoryProducts.Precursor, lots, month), Of(Commodities.Lithium.Refined, lots, month));
        for (var number = 0; number < lots; number++)
        {
            var made = new SupplyLoad(LotOf(number), LotKg);
            var inputs = precursor.Take(Needed("Co", FactoryProducts.Precursor)).Concat(lithium.Take(Needed("Li", Commodities.Lithium.Refined)));
            yield return book.Make("cathode-material", made, SupplyChain.Day(month, 1 + (13.0 * number / lots)), [.. inputs]);
        }

        for (var first = 0; first < lots; first += LotsOfTruck)
        {
            SupplyLoad[] load = [.. Enumerable.Range(first, Math.Min(LotsOfTruck, lots - first)).Select(number => new SupplyLoad(LotOf(number), LotKg))];
            foreach (var one in book.Transport((FactorySites.Cathode, FactorySites.Factory), SupplyChain.Day(month, 16).AddMinutes(first), 1, load)) yield return one;
        }
    }

    private static SupplyLot LotOf(int number) => new(FactoryProducts.Cathode, FactorySites.Cathode, string.Create(CultureInfo.InvariantCulture, $"P{number + 1:00000}"));

    private static double Needed(string element, FactoryProduct of) => LotKg * FactoryProducts.Cathode.FractionOf(element) / of.FractionOf(element) / Keeps;

    // What arrives this month comes too late.
    private LotQueue Of(FactoryProduct product, int lots, int month)
    {
        var needed = lots * (product == FactoryProducts.Precursor ? Needed("Co", product) : Needed("Li", product));
        SupplyLoad[] stock = [.. book.Stock(FactorySites.Cathode).Where(load => load.Lot.Product == product && string.CompareOrdinal(load.Lot.Name, SupplyChain.Name(month - 1)) < 0)];
        var first = stock.Length;
        for (var sum = 0.0; sum < needed && first > 0;) sum += stock[--first].Kg;
        return new LotQueue(stock[first..]);
    }
}
