using System.Globalization;

namespace Voltloop.Tracing.Model.Factory;

/// <summary>
/// Months of mines, refiners and makers of powder: what they dig, ship, receive, make and count. One mine of cobalt tops up what it
/// ships with material that it did not dig, from a month on.
/// </summary>
/// <param name="plan">What is made.</param>
internal sealed class SupplyChain(FactoryPlan plan)
{
    /// <summary>Relative standard uncertainty of a weighing.</summary>
    public const double Weighing = 0.003;

    /// <summary>Standard uncertainty of an assay: one percent of what is found, less where hardly anything else is in it.</summary>
    public static double AssayOf(double fraction) => 0.01 * fraction * Math.Min(1, 2 * (1 - fraction));

    /// <summary>Months that are told.</summary>
    public const int Months = 27;

    /// <summary>First month in which the mixing mine mixes, from 0.</summary>
    public const int MixedSince = 14;

    /// <summary>Part of what the mixing mine ships that it did not dig.</summary>
    public const double MixedPart = 0.16;

    /// <summary>First month (UTC).</summary>
    public static readonly DateTimeOffset Begin = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const double Sent = 0.92;
    private const int PowderMonth = 25;
    private const int GraphiteSince = 20;

    private readonly SupplyBook _book = new(plan.Noise);

    /// <summary>The mine that mixes.</summary>
    public FactoryMine MixingMine { get; } = MixingMineOf(plan);

    /// <summary>Cobalt that the mixing mine shipped without having dug it, kg so far.</summary>
    public double MixedKg { get; private set; }

    /// <summary>What stands at the factory when the months are told, first in first.</summary>
    public IReadOnlyList<SupplyLoad> AtFactory => _book.Stock(FactorySites.Factory);

    /// <summary>The events of all months, site by site.</summary>
    public IEnumerable<byte[]> Events()
    {
        for (var month = 0; month < Months; month++)
        {
            foreach (var one in Commodities.All.SelectMany(commodity => Supply(commodity, month))) yield return one;
            foreach (var one in Precursor(month)) yield return one;
            if (month == PowderMonth) foreach (var one in new CathodeMaker(plan, _book).Events(month)) yield return one;
            yield return _book.Count(FactorySites.Cathode, Day(month, 27.5));
            if (month <= PowderMonth && AtFactory.Count > 0) yield return _book.Count(FactorySites.Factory, Day(month, 27.8));
        }
    }

    /// <summary>The mine that mixes in a chain of a seed.</summary>
    public static FactoryMine MixingMineOf(FactoryPlan plan) => Commodities.Cobalt.Mines[(plan.Seed & int.MaxValue) % Commodities.Cobalt.Mines.Count];

    /// <summary>A day of a month.</summary>
    public static DateTimeOffset Day(int month, double day) => Begin.AddMonths(month).AddMinutes(Math.Round(1440 * day));

    /// <summary>A month in the name of a lot.</summary>
    public static string Name(int month) => Begin.AddMonths(month).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static long Number(FactorySite site, int month) => (site.Number * 1000L) + month;

    private IEnumerable<byte[]> Supply(Commodity of, int month) =>
        of.Mines.SelectMany(mine => Mine(of, mine, month)).Concat(of.Refiners.SelectMany(refiner => Refine(of, refiner, month)));

    private IEnumerable<byte[]> Mine(Commodity of, FactoryMine mine, int month)
    {
        var (ore, lot) = (new SupplyLot(of.Ore, mine.Site, Name(month)), new SupplyLot(of.Concentrate, mine.Site, Name(month)));
        var dug = Dug(mine, month);
        var keeps = of.ConcentratorKeeps + (0.004 * plan.Noise.Normal(Chance.Kept, Number(mine.Site, month)));
        var before = _book.Stock(mine.Site);
        var made = new SupplyLoad(lot, dug * keeps / of.Concentrate.FractionOf(of.Element));
        var mined = new SupplyLoad(ore, dug / of.Ore.FractionOf(of.Element));
        yield return _book.Extract(mined, Day(month, 3));
        yield return _book.Make("concentrate", made, Day(month, 10), mined);
        foreach (var one in Send(of, mine, [made with { Kg = made.Kg * Sent }, .. before], month)) yield return one;
        yield return _book.Count(mine.Site, Day(month, 27.6));
    }

    private double Dug(FactoryMine mine, int month) => plan.Scale * mine.MonthlyKg * (1 + (0.06 * plan.Noise.Normal(Chance.Mined, Number(mine.Site, month))));

    // Most of this month's lot and the rest of the one before; what is mixed in goes with both.
    private IEnumerable<byte[]> Send(Commodity of, FactoryMine mine, SupplyLoad[] loads, int month)
    {
        var top = mine == MixingMine && month >= MixedSince ? 1 / (1 - MixedPart) : 1;
        MixedKg += loads.Sum(load => load.Of(of.Element)) * (top - 1);
        var at = Day(month, 12 + (4 * plan.Noise.Uniform(Chance.Road, Number(mine.Site, month))));
        return of.Refiners.Zip(mine.Refiners).Where(way => way.Second > 0)
            .SelectMany(way => _book.Transport((mine.Site, way.First), at, top, [.. loads.Select(load => load with { Kg = load.Kg * way.Second })]));
    }

    private IEnumerable<byte[]> Refine(Commodity of, FactorySite refiner, int month)
    {
        SupplyLoad[] ready = [.. _book.Stock(refiner).Where(load => load.Lot.Product == of.Refined)];
        foreach (var one in Sell(of, refiner, ready, month)) yield return one;
        SupplyLoad[] inputs = [.. _book.Stock(refiner).Where(load => load.Lot.Product == of.Concentrate)];
        var keeps = of.RefinerKeeps + (0.003 * plan.Noise.Normal(Chance.Kept, Number(refiner, month)));
        var made = new SupplyLoad(new SupplyLot(of.Refined, refiner, Name(month)), inputs.Sum(load => load.Of(of.Element)) * keeps / of.Refined.FractionOf(of.Element));
        yield return _book.Make("refining", made, Day(month, 25), inputs);
        yield return _book.Count(refiner, Day(month, 27.7));
    }

    private IEnumerable<byte[]> Sell(Commodity of, FactorySite refiner, SupplyLoad[] ready, int month)
    {
        if (ready.Length == 0) return [];
        var wanted = Wanted(of, month) / of.Refiners.Count * (1 + (0.03 * plan.Noise.Normal(Chance.Sold, Number(refiner, month))));
        var part = Math.Min(0.95, wanted / ready.Sum(load => load.Of(of.Element)));
        return _book.Transport((refiner, of.Buyer), Day(month, 5), 1, [.. ready.Select(load => load with { Kg = load.Kg * part })])
            .Concat(_book.Transport((refiner, FactorySites.Market), Day(month, 6), 1, [.. ready.Select(load => load with { Kg = load.Kg * (1 - part) })]));
    }

    private double Wanted(Commodity of, int month) => of.Buyer != FactorySites.Factory ? plan.Scale * of.BoughtKg
        : month is >= GraphiteSince and < PowderMonth ? 1.2 * plan.Pairs * CoilLine.GraphiteKg / (PowderMonth - GraphiteSince) : 0;

    private IEnumerable<byte[]> Precursor(int month)
    {
        var product = FactoryProducts.Precursor;
        var before = _book.Stock(FactorySites.Precursor).Where(load => load.Lot.Product == product).ToArray();
        SupplyLoad[] inputs = [.. _book.Stock(FactorySites.Precursor).Where(load => load.Lot.Product != product)];
        var scarce = 0.97 * product.Content.Min(part => inputs.Sum(load => load.Of(part.Element)) / part.Fraction);
        if (scarce > 0)
        {
            var made = new SupplyLoad(new SupplyLot(product, FactorySites.Precursor, Name(month)), scarce * 0.985);
            yield return _book.Make("precursor", made, Day(month, 16), [.. inputs.Select(load => Needed(load, inputs, scarce))]);
            foreach (var one in _book.Transport((FactorySites.Precursor, FactorySites.Cathode), Day(month, 17), 1, [made with { Kg = made.Kg * Sent }, .. before])) yield return one;
        }

        yield return _book.Count(FactorySites.Precursor, Day(month, 27.4));
    }

    // Of each lot its part of what the recipe needs of its element.
    private static SupplyLoad Needed(SupplyLoad load, SupplyLoad[] inputs, double precursor)
    {
        var element = load.Lot.Product.Content[0].Element;
        return load with { Kg = load.Kg * precursor * FactoryProducts.Precursor.FractionOf(element) / inputs.Sum(other => other.Of(element)) };
    }
}
