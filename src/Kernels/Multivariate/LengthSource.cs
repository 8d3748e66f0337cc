using Voltloop.Kernels.RunLengths;

namespace Voltloop.Kernels.Multivariate;

/// <summary>Length of a vector after a standard normal vector of so many dimensions was added, from a seed.</summary>
/// <param name="seed">Same seed, same lengths.</param>
/// <param name="dimensions">Dimensions.</param>
internal sealed class LengthSource(int seed, int dimensions)
{
    private readonly NormalSource _normal = new(seed);
    private readonly Random _uniform = new(seed + 1);

    /// <summary>The next length.</summary>
    /// <param name="before">Length before.</param>
    public double After(double before)
    {
        var along = before + _normal.Next();
        return Math.Sqrt((along * along) + (dimensions > 1 ? ChiSquare(dimensions - 1) : 0));
    }

    // Twice a gamma variable (Marsaglia and Tsang, ACM Transactions on Mathematical Software 26, 2000); one degree is a square.
    private double ChiSquare(int degrees)
    {
        if (degrees == 1)
        {
            var only = _normal.Next();
            return only * only;
        }

        var d = (degrees / 2.0) - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = _normal.Next();
            var v = 1 + (c * x);
            if (v <= 0) continue;
            v = v * v * v;
            if (Math.Log(1 - _uniform.NextDouble()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v))) return 2 * d * v;
        }
    }
}
