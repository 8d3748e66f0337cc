namespace Voltloop.Health.Model.Telemetry;

/// <summary>
/// Capacity as charge counted over change of charge between two rests, weighted by how well each is known (recursive weighted
/// least squares; Plett, J. Power Sources 196 (2011) 2319-2331, 3).
/// </summary>
/// <param name="Products">Sum of weight × change of charge × charge counted.</param>
/// <param name="Squares">Sum of weight × square of the change.</param>
/// <param name="Count">Partial charges.</param>
internal readonly record struct CapacitySums(double Products, double Squares, int Count)
{
    private const double Half95 = 1.96;

    /// <summary>Capacity, Ah; <c>null</c> before there is a partial charge.</summary>
    public double? Ah => Count == 0 ? null : Products / Squares;

    /// <summary>Half width of its interval at 95 %, Ah.</summary>
    public double HalfAh => Half95 / Math.Sqrt(Squares);

    /// <summary>With one partial charge more.</summary>
    /// <param name="share">Change of the state of charge, 0 to 1 either way, from the voltage of two rests.</param>
    /// <param name="ah">Charge counted between them, Ah.</param>
    /// <param name="sigmaAh">Standard deviation of both together, Ah.</param>
    public CapacitySums With(double share, double ah, double sigmaAh)
    {
        var weight = 1 / (sigmaAh * sigmaAh);
        return new CapacitySums(Products + weight * share * ah, Squares + weight * share * share, Count + 1);
    }
}
