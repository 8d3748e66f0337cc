namespace Voltloop.Tracing.Model.Factory;

/// <summary>The sites of the made-up chain. Names are invented; the places are there to have distances and a map.</summary>
internal static class FactorySites
{
    /// <summary>Makes precursor of nickel, cobalt and manganese.</summary>
    public static readonly FactorySite Precursor = new(31, "Example Precursors, Harjavalta", 61.31, 22.14);

    /// <summary>Makes cathode powder.</summary>
    public static readonly FactorySite Cathode = new(32, "Example Cathode Powders, Vaasa", 63.10, 21.62);

    /// <summary>Makes cells, modules and packs.</summary>
    public static readonly FactorySite Factory = new(41, "Example cell and pack factory, Skelleftea", 64.75, 20.95);

    /// <summary>Makes electrolyte, separator and foils.</summary>
    public static readonly FactorySite Supplier = new(33, "Example Cell Materials, Gdansk", 54.35, 18.65);

    /// <summary>Takes packs apart.</summary>
    public static readonly FactorySite Dismantler = new(61, "Example dismantling plant, Kumla", 59.13, 15.14);

    /// <summary>Buys what the chain does not need.</summary>
    public static readonly FactorySite Market = new(71, "Other buyers", 51.95, 4.14);

    /// <summary>Where packs are used.</summary>
    public static readonly IReadOnlyList<FactorySite> Fleets =
    [
        new(51, "Delivery fleet, Gothenburg", 57.71, 11.97), new(52, "City buses, Oslo", 59.91, 10.75), new(53, "Car sharing, Hamburg", 53.55, 9.99),
        new(54, "Taxi fleet, Lyon", 45.76, 4.84), new(55, "Post vans, Milan", 45.46, 9.19),
    ];

    /// <summary>All sites, mines first.</summary>
    public static IReadOnlyList<FactorySite> All =>
    [
        .. Commodities.All.SelectMany(commodity => commodity.Mines).Select(mine => mine.Site), .. Commodities.All.SelectMany(commodity => commodity.Refiners),
        Precursor, Cathode, Supplier, Factory, .. Fleets, Dismantler, Market,
    ];
}
