using System.Globalization;

namespace Voltloop.Tracing.Model.Factory;

/// <summary>A lot of a material.</summary>
/// <param name="Product">What it is.</param>
/// <param name="Site">Who made it.</param>
/// <param name="Name">Month or number.</param>
internal sealed record SupplyLot(FactoryProduct Product, FactorySite Site, string Name)
{
    /// <summary>Its identifier.</summary>
    public string Id => Product.Lot(string.Create(CultureInfo.InvariantCulture, $"S{Site.Number:00}-{Name}"));
}
