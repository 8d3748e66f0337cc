namespace Voltloop.Tracing.Model.Factory;

/// <summary>A raw material on its way from mines over refiners.</summary>
/// <param name="Element">Symbol of the element that is followed.</param>
/// <param name="Ore">What the mines dig.</param>
/// <param name="Concentrate">What they ship.</param>
/// <param name="Refined">What the refiners make of it.</param>
internal sealed record Commodity(string Element, FactoryProduct Ore, FactoryProduct Concentrate, FactoryProduct Refined)
{
    /// <summary>Its mines.</summary>
    public required IReadOnlyList<FactoryMine> Mines { get; init; }

    /// <summary>Its refiners.</summary>
    public required IReadOnlyList<FactorySite> Refiners { get; init; }

    /// <summary>Part of the element that a mine's concentrator keeps.</summary>
    public double ConcentratorKeeps { get; init; } = 0.88;

    /// <summary>Part of the element that a refiner keeps.</summary>
    public double RefinerKeeps { get; init; } = 0.95;

    /// <summary>What the chain buys a month from all refiners together, kg of the element; what the factory itself buys follows from its cells.</summary>
    public double BoughtKg { get; init; }

    /// <summary>Who buys it.</summary>
    public required FactorySite Buyer { get; init; }
}
