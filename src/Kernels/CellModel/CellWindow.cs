namespace Voltloop.Kernels.CellModel;

/// <summary>Stoichiometries between the empty and the full cell; both follow from the lithium in it and the voltages of its ends.</summary>
/// <param name="Empty">Stoichiometries of the negative and the positive electrode at the lower voltage.</param>
/// <param name="Full">The same at the upper voltage.</param>
/// <param name="CapacityAh">Charge between both, Ah.</param>
public sealed record CellWindow((double Negative, double Positive) Empty, (double Negative, double Positive) Full, double CapacityAh)
{
    private const int Halvings = 200;

    /// <summary>Finds the window of a cell.</summary>
    public static CellWindow Of(CellParameters cell)
    {
        var (full, empty) = (At(cell, cell.Volt.Upper), At(cell, cell.Volt.Lower));
        return new CellWindow(empty, full, (full.Negative - empty.Negative) * cell.Negative.Coulombs * cell.Area / 3600);
    }

    /// <summary>Stoichiometries at a state of charge, 0 to 1.</summary>
    public (double Negative, double Positive) At(double charge) =>
        (Empty.Negative + charge * (Full.Negative - Empty.Negative), Empty.Positive + charge * (Full.Positive - Empty.Positive));

    /// <summary>Open-circuit voltage in V at a state of charge, 0 to 1.</summary>
    public double OpenCircuit(CellParameters cell, double charge)
    {
        var (negative, positive) = At(charge);
        return cell.Positive.OpenCircuit(positive) - cell.Negative.OpenCircuit(negative);
    }

    // The voltage rises with the lithium in the negative electrode, and what is not there is in the positive one.
    private static (double Negative, double Positive) At(CellParameters cell, double volt)
    {
        var (n, p) = (cell.Negative, cell.Positive);
        var lithium = n.Coulombs * n.ChargedConcentration / n.MaxConcentration + p.Coulombs * p.ChargedConcentration / p.MaxConcentration;
        double Positive(double negative) => (lithium - negative * n.Coulombs) / p.Coulombs;
        var (low, high) = (Math.Max(0, (lithium - p.Coulombs) / n.Coulombs), Math.Min(1, lithium / n.Coulombs));
        for (var i = 0; i < Halvings && low < high; i++)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high) break;
            if (p.OpenCircuit(Positive(middle)) - n.OpenCircuit(middle) < volt) low = middle;
            else high = middle;
        }

        return (low, Positive(low));
    }
}
