namespace Voltloop.Tracing.Model.Factory;

/// <summary>The raw materials of the made-up chain.</summary>
internal static class Commodities
{
    /// <summary>Cobalt: four mines, two refiners.</summary>
    public static readonly Commodity Cobalt = new(
        "Co", new FactoryProduct(1, "cobalt ore", ("Co", 0.006)), new FactoryProduct(2, "cobalt hydroxide", ("Co", 0.30)), new FactoryProduct(3, "cobalt sulfate", ("Co", 0.2097)))
    {
        Mines =
        [
            new FactoryMine(new FactorySite(1, "Granite Lake cobalt mine", 46.9, -80.9), 22_000, 1, 0), new FactoryMine(new FactorySite(2, "Long Ridge cobalt mine", -12.4, 26.9), 30_000, 0.6, 0.4),
            new FactoryMine(new FactorySite(3, "Spruce Hill cobalt mine", 63.9, 27.6), 18_000, 0.5, 0.5), new FactoryMine(new FactorySite(4, "Red Plain cobalt mine", -30.6, 121.1), 20_000, 0, 1),
        ],
        Refiners = [new FactorySite(21, "Baltic Cobalt refinery", 59.44, 24.75), new FactorySite(22, "Bothnia Cobalt refinery", 63.84, 23.13)],
        BoughtKg = 21_200,
        Buyer = FactorySites.Precursor,
    };

    /// <summary>Nickel: two mines, one refiner.</summary>
    public static readonly Commodity Nickel = new(
        "Ni", new FactoryProduct(4, "nickel ore", ("Ni", 0.012)), new FactoryProduct(5, "nickel concentrate", ("Ni", 0.14)), new FactoryProduct(6, "nickel sulfate", ("Ni", 0.2233)))
    {
        Mines = [new FactoryMine(new FactorySite(5, "North Fell nickel mine", 67.8, 27.0), 60_000, 1), new FactoryMine(new FactorySite(6, "Coral Bay nickel mine", -22.1, 166.3), 70_000, 1)],
        Refiners = [new FactorySite(23, "Gulf Nickel refinery", 60.41, 22.10)],
        BoughtKg = 63_300,
        Buyer = FactorySites.Precursor,
    };

    /// <summary>Manganese: one mine, one refiner.</summary>
    public static readonly Commodity Manganese = new(
        "Mn", new FactoryProduct(7, "manganese ore", ("Mn", 0.32)), new FactoryProduct(8, "manganese concentrate", ("Mn", 0.46)), new FactoryProduct(9, "manganese sulfate", ("Mn", 0.325)))
    {
        Mines = [new FactoryMine(new FactorySite(7, "Dry River manganese mine", -27.3, 22.9), 40_000, 1)],
        Refiners = [new FactorySite(24, "Delta Manganese refinery", 51.43, 3.60)],
        BoughtKg = 19_800,
        Buyer = FactorySites.Precursor,
    };

    /// <summary>Lithium: two mines, one refiner.</summary>
    public static readonly Commodity Lithium = new(
        "Li", new FactoryProduct(10, "spodumene ore", ("Li", 0.006)), new FactoryProduct(11, "spodumene concentrate", ("Li", 0.028)), new FactoryProduct(12, "lithium hydroxide", ("Li", 0.1653)))
    {
        Mines = [new FactoryMine(new FactorySite(8, "Heather Hill lithium mine", -33.9, 116.1), 16_000, 1), new FactoryMine(new FactorySite(9, "Pine Creek lithium mine", 63.5, 23.9), 9_000, 1)],
        Refiners = [new FactorySite(25, "Archipelago Lithium refinery", 63.80, 23.03)],
        ConcentratorKeeps = 0.78,
        RefinerKeeps = 0.9,
        BoughtKg = 11_700,
        Buyer = FactorySites.Cathode,
    };

    /// <summary>Graphite: two mines, one plant that rounds and coats it.</summary>
    public static readonly Commodity Graphite = new(
        "C", new FactoryProduct(13, "graphite ore", ("C", 0.09)), new FactoryProduct(14, "flake graphite", ("C", 0.95)), new FactoryProduct(15, "coated graphite", ("C", 0.995)))
    {
        Mines = [new FactoryMine(new FactorySite(10, "Birch Vale graphite mine", 61.9, 16.3), 120_000, 1), new FactoryMine(new FactorySite(11, "Palm Coast graphite mine", -13.3, 38.6), 150_000, 1)],
        Refiners = [new FactorySite(26, "Coastal Graphite plant", 62.39, 17.31)],
        RefinerKeeps = 0.72,
        Buyer = FactorySites.Factory,
    };

    /// <summary>All.</summary>
    public static IReadOnlyList<Commodity> All { get; } = [Cobalt, Nickel, Manganese, Lithium, Graphite];
}
