namespace Voltloop.Tracing.Model.Factory;

/// <summary>So much of a lot.</summary>
/// <param name="Lot">Of which lot.</param>
/// <param name="Kg">kg of the material, as it truly is.</param>
internal readonly record struct SupplyLoad(SupplyLot Lot, double Kg)
{
    /// <summary>kg of an element in it.</summary>
    public double Of(string element) => Kg * Lot.Product.FractionOf(element);
}
