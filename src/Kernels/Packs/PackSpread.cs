namespace Voltloop.Kernels.Packs;

/// <summary>How much the cells of a made-up pack differ, as standard deviations.</summary>
/// <param name="Capacity">Of the capacity, relative.</param>
/// <param name="Resistance">Of the resistance, relative.</param>
/// <param name="Charge">Of the charge at the start, 0 to 1.</param>
/// <param name="Seed">Seed; the same one gives the same cells.</param>
public sealed record PackSpread(double Capacity, double Resistance, double Charge, int Seed)
{
    // Three standard deviations: the rest would be sorted out at the factory.
    private const double Cut = 3;

    /// <summary>Cells around a capacity in Ah and a mean charge (0 to 1).</summary>
    public PackCell[] Draw(int count, double capacityAh, double charge)
    {
        var chance = new Random(Seed);
        var cells = new PackCell[count];
        for (var i = 0; i < count; i++)
        {
            cells[i] = new PackCell(capacityAh * (1 + Capacity * Gauss(chance)), 1 + Resistance * Gauss(chance), Math.Clamp(charge + Charge * Gauss(chance), 0, 1));
        }

        return cells;
    }

    /// <summary>A standard normal number within three standard deviations.</summary>
    public static double Gauss(Random chance)
    {
        var z = Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
        return Math.Clamp(z, -Cut, Cut);
    }
}
