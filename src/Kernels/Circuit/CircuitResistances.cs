namespace Voltloop.Kernels.Circuit;

/// <summary>Resistances in Ohm at 25 degC at nodes of charge, linear between and constant beyond.</summary>
/// <param name="Nodes">States of charge, growing, 0 to 1.</param>
/// <param name="Ohmic">Ohmic resistance.</param>
/// <param name="Kinetic">Of the charge transfer, small-signal.</param>
/// <param name="Fast">Of the fast branch.</param>
/// <param name="Slow">Of the slow branch.</param>
public sealed record CircuitResistances(double[] Nodes, double[] Ohmic, double[] Kinetic, double[] Fast, double[] Slow)
{
    /// <summary>The four resistances at a charge.</summary>
    public (double Ohmic, double Kinetic, double Fast, double Slow) At(double charge)
    {
        var (place, share) = Locate(Nodes, charge);
        return (Between(Ohmic, place, share), Between(Kinetic, place, share), Between(Fast, place, share), Between(Slow, place, share));
    }

    /// <summary>Segment of a value among growing nodes and its share of the way, 0 to 1.</summary>
    public static (int Place, double Share) Locate(ReadOnlySpan<double> nodes, double value)
    {
        var place = 0;
        while (place < nodes.Length - 2 && value > nodes[place + 1]) place++;
        return (place, Math.Clamp((value - nodes[place]) / (nodes[place + 1] - nodes[place]), 0, 1));
    }

    private static double Between(double[] values, int place, double share) => values[place] + share * (values[place + 1] - values[place]);
}
