namespace Voltloop.Kernels.Circuit;

/// <summary>
/// Open-circuit voltage over state of charge at one temperature, on a uniform grid from 0 to 1, linear between, growing
/// throughout. Beyond 0 and 1 it goes on with the slope of the end, so that a filter can find back.
/// </summary>
public sealed class OcvCurve
{
    /// <summary>Points of the grid.</summary>
    public const int Points = 201;

    /// <summary>Smallest slope in V per unit of charge: a flat stretch tells a filter little, but never nothing.</summary>
    public const double LeastSlope = 0.02;

    // Differences over two percent of charge on each side: the derivative of a measured curve is noisy closer in.
    private const int SlopeReach = 4;
    private readonly double[] _volt;
    private readonly double[] _slope = new double[Points];

    /// <summary>Makes a curve.</summary>
    /// <param name="volt">Voltage in V at charge 0, 1/200, ..., 1; not falling.</param>
    public OcvCurve(double[] volt)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(volt.Length, Points);
        _volt = [.. volt];
        for (var i = 0; i < Points; i++)
        {
            ArgumentOutOfRangeException.ThrowIfEqual(double.IsFinite(volt[i]), false);
            ArgumentOutOfRangeException.ThrowIfLessThan(volt[i], volt[Math.Max(0, i - 1)]);
            var (low, high) = (Math.Max(0, i - SlopeReach), Math.Min(Points - 1, i + SlopeReach));
            _slope[i] = Math.Max(LeastSlope, (volt[high] - volt[low]) * (Points - 1) / (high - low));
        }
    }

    /// <summary>Voltages of the grid, V.</summary>
    public ReadOnlySpan<double> Volt => _volt;

    /// <summary>Charge at a place of the grid, 0 to 1.</summary>
    public static double ChargeAt(int place) => (double)place / (Points - 1);

    /// <summary>Voltage in V at a state of charge (0 to 1).</summary>
    public double At(double charge)
    {
        var x = Math.Clamp(charge, 0, 1) * (Points - 1);
        var place = Math.Min((int)x, Points - 2);
        var inside = _volt[place] + (x - place) * (_volt[place + 1] - _volt[place]);
        return inside + (charge < 0 ? charge * _slope[0] : charge > 1 ? (charge - 1) * _slope[^1] : 0);
    }

    /// <summary>Slope in V per unit of charge, smoothed, at least <see cref="LeastSlope"/>.</summary>
    public double Slope(double charge)
    {
        var x = Math.Clamp(charge, 0, 1) * (Points - 1);
        var place = Math.Min((int)x, Points - 2);
        return _slope[place] + (x - place) * (_slope[place + 1] - _slope[place]);
    }

    /// <summary>State of charge at a voltage; 0 below and 1 above the curve.</summary>
    public double Invert(double volt)
    {
        if (!(volt > _volt[0])) return 0;
        if (volt >= _volt[^1]) return 1;
        var high = Array.BinarySearch(_volt, volt);
        high = high < 0 ? ~high : high;
        var width = _volt[high] - _volt[high - 1];
        return ChargeAt(high - 1) + (width > 0 ? (volt - _volt[high - 1]) / width : 0) / (Points - 1);
    }

    /// <summary>The curve with something added at each point, made growing again.</summary>
    public OcvCurve Shift(Func<double, double> volt)
    {
        var shifted = new double[Points];
        for (var i = 0; i < Points; i++)
        {
            shifted[i] = _volt[i] + volt(ChargeAt(i));
        }

        LeastSquares.Isotonic.Grow(shifted);
        return new OcvCurve(shifted);
    }
}
