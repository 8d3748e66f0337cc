namespace Voltloop.Tracing.Model.Factory;

/// <summary>A mine.</summary>
/// <param name="Site">Where.</param>
/// <param name="MonthlyKg">kg of its element that it digs in a usual month.</param>
/// <param name="Refiners">Part of its concentrate that goes to each refiner of its material; they add up to 1.</param>
internal sealed record FactoryMine(FactorySite Site, double MonthlyKg, params IReadOnlyList<double> Refiners);
