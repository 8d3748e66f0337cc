namespace Voltloop.Kernels.RunLengths;

/// <summary>Standard normal values from a seed (Marsaglia's polar method).</summary>
/// <param name="seed">Same seed, same values.</param>
internal sealed class NormalSource(int seed)
{
    private readonly Random _random = new(seed);
    private double _spare = double.NaN;

    /// <summary>The next value.</summary>
    public double Next()
    {
        if (!double.IsNaN(_spare))
        {
            var kept = _spare;
            _spare = double.NaN;
            return kept;
        }

        double u, v, s;
        do
        {
            (u, v) = ((2 * _random.NextDouble()) - 1, (2 * _random.NextDouble()) - 1);
            s = (u * u) + (v * v);
        }
        while (s is >= 1 or 0);
        var scale = Math.Sqrt(-2 * Math.Log(s) / s);
        _spare = v * scale;
        return u * scale;
    }
}
