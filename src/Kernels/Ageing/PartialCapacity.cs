namespace Voltloop.Kernels.Ageing;

/// <summary>
/// Capacity from partial charges by approximate weighted total least squares with fading memory: both the change of charge
/// and the charge counted are uncertain (Plett, J. Power Sources 196 (2011) 2319-2331, AWTLS). An ordinary regression, which
/// takes the change of charge as exact, gives capacities that are too small. Needs only running sums: one update is O(1).
/// </summary>
public sealed class PartialCapacity
{
    private const int NewtonSteps = 60;
    private readonly double _fading;
    private readonly double[] _c = new double[6];
    private double _scale;

    /// <summary>Starts without data.</summary>
    /// <param name="fading">Weight of what is old at each new measurement, above 0 to 1; 1 forgets nothing.</param>
    public PartialCapacity(double fading = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fading);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fading, 1);
        _fading = fading;
    }

    /// <summary>Measurements taken.</summary>
    public int Count { get; private set; }

    /// <summary>Adds one partial charge or discharge.</summary>
    /// <param name="charge">Change of the state of charge, 0 to 1, with its standard deviation.</param>
    /// <param name="ampereHours">Charge counted over it, Ah, of the same sign, with its standard deviation.</param>
    public void Add((double Value, double Deviation) charge, (double Value, double Deviation) ampereHours)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(charge.Deviation);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ampereHours.Deviation);
        if (!double.IsFinite(charge.Value + ampereHours.Value)) return;
        _scale = Count == 0 ? charge.Deviation / ampereHours.Deviation : _scale;
        var (x, y, wx, wy) = (charge.Value, _scale * ampereHours.Value, 1 / (charge.Deviation * charge.Deviation), 1 / (_scale * ampereHours.Deviation * _scale * ampereHours.Deviation));
        ReadOnlySpan<double> added = [x * x * wy, x * y * wy, y * y * wy, x * x * wx, x * y * wx, y * y * wx];
        for (var i = 0; i < added.Length; i++)
        {
            _c[i] = _fading * _c[i] + added[i];
        }

        Count++;
    }

    /// <summary>Capacity in Ah with its standard deviation; <c>null</c> before anything moved the charge.</summary>
    public (double Ah, double Deviation)? Estimate()
    {
        if (Count == 0 || !(_c[0] > 0) || !(_c[1] > 0)) return null;
        var q = Minimum();
        var step = 1e-4 * q;
        var bend = (Cost(q + step) - 2 * Cost(q) + Cost(q - step)) / (step * step);
        return bend > 0 && double.IsFinite(q) ? (q / _scale, Math.Sqrt(2 / bend) / _scale) : null;
    }

    private double Cost(double q)
    {
        var square = q * q;
        return (square * (_c[5] - 2 * q * _c[4] + square * _c[3]) + _c[2] - 2 * q * _c[1] + square * _c[0]) / ((square + 1) * (square + 1));
    }

    // Newton on the logarithm of the capacity keeps it positive; the regression of counted charge on charge is near.
    private double Minimum()
    {
        var log = Math.Log(_c[1] / _c[0]);
        for (var i = 0; i < NewtonSteps; i++)
        {
            const double Step = 1e-4;
            var (low, middle, high) = (Cost(Math.Exp(log - Step)), Cost(Math.Exp(log)), Cost(Math.Exp(log + Step)));
            var bend = (high - 2 * middle + low) / (Step * Step);
            var slope = (high - low) / (2 * Step);
            var move = bend > 0 ? -slope / bend : -Math.Sign(slope) * 0.05;
            log += Math.Clamp(move, -0.2, 0.2);
            if (Math.Abs(move) < 1e-10) break;
        }

        return Math.Exp(log);
    }
}
