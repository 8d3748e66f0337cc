namespace Voltloop.Tracing.Model.Factory;

/// <summary>
/// Chance that depends on nothing but a seed, a purpose and a number (SplitMix64), so that any value of a chain of any length can be
/// had without the ones before it. Only additions and multiplications: the same bits on every machine.
/// </summary>
/// <param name="seed">Same seed, same values.</param>
internal readonly struct Noise(int seed)
{
    private const int Terms = 12;

    private readonly ulong _seed = Mix((ulong)(uint)seed + 1);

    /// <summary>Evenly from 0 to below 1.</summary>
    /// <param name="what">What it is for.</param>
    /// <param name="number">Which one.</param>
    public double Uniform(Chance what, long number) => (Mix(_seed ^ Mix(((ulong)what << 56) ^ (ulong)number)) >> 11) * (1.0 / (1UL << 53));

    /// <summary>About normal, mean 0 and standard deviation 1, never beyond 6: a sum of twelve even ones.</summary>
    /// <param name="what">What it is for.</param>
    /// <param name="number">Which one.</param>
    public double Normal(Chance what, long number)
    {
        var sum = -Terms / 2.0;
        for (var term = 0; term < Terms; term++) sum += Uniform(what, (number * Terms) + term);
        return sum;
    }

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
