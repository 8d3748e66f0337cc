namespace Voltloop.Kernels.Ageing;

/// <summary>Open-circuit potential of an electrode over its lithiation, linear between the points, going on with the slope of the ends.</summary>
public sealed class HalfCell
{
    private readonly double[] _lithiation;
    private readonly double[] _volt;

    /// <summary>Makes a table.</summary>
    /// <param name="lithiation">Lithiation, 0 to 1, growing.</param>
    /// <param name="volt">Potential against lithium, V.</param>
    public HalfCell(double[] lithiation, double[] volt)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(volt.Length, lithiation.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(volt.Length, 3);
        for (var i = 1; i < lithiation.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lithiation[i], lithiation[i - 1]);
        }

        (_lithiation, _volt) = ([.. lithiation], [.. volt]);
    }

    /// <summary>Lithiations that the table covers.</summary>
    public (double Low, double High) Range => (_lithiation[0], _lithiation[^1]);

    /// <summary>Potential in V at a lithiation.</summary>
    public double At(double lithiation)
    {
        var place = Array.BinarySearch(_lithiation, lithiation);
        place = Math.Clamp(place < 0 ? ~place - 1 : place, 0, _lithiation.Length - 2);
        var share = (lithiation - _lithiation[place]) / (_lithiation[place + 1] - _lithiation[place]);
        return _volt[place] + share * (_volt[place + 1] - _volt[place]);
    }
}
