using System.Numerics;

namespace Voltloop.Kernels.SeriesCoding;

/// <summary>Maps doubles to integers and back without losing a bit: as scaled decimals, or by their bits.</summary>
internal static class Mapping
{
    /// <summary>Most decimals that are tried.</summary>
    public const int MaxDecimals = 9;

    // Above 2^53 not every integer is a double, so the way back would not be exact.
    private const double MaxScaled = 9007199254740992.0;
    private const int Probes = 256;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

    /// <summary>The fewest decimals that nearly all samples need; -1 when they are not decimals.</summary>
    public static int Decimals(ReadOnlySpan<double> samples)
    {
        var step = Math.Max(1, samples.Length / Probes);
        var decimals = 0;
        var probes = 0;
        var misses = 0;
        for (var i = 0; i < samples.Length; i += step)
        {
            probes++;
            var needed = Needed(samples[i], decimals);
            decimals = Math.Max(decimals, needed);
            misses += needed < 0 && double.IsFinite(samples[i]) && samples[i] != 0 ? 1 : 0;
        }

        return misses * 8 <= probes ? decimals : -1;
    }

    /// <summary>Scales to integers; samples that are not such decimals take the integer before them and their places go to <paramref name="exceptions"/>.</summary>
    /// <returns>Number of exceptions.</returns>
    public static int ToDecimals(ReadOnlySpan<double> samples, int decimals, Span<long> integers, Span<int> exceptions)
    {
        var power = Powers[decimals];
        var count = 0;
        var last = 0L;
        for (var i = 0; i < samples.Length; i++)
        {
            if (TryScale(samples[i], power, out var integer))
            {
                last = integer;
            }
            else
            {
                exceptions[count++] = i;
            }

            integers[i] = last;
        }

        return count;
    }

    public static void FromDecimals(ReadOnlySpan<long> integers, int decimals, Span<double> samples)
    {
        var power = Powers[decimals];
        for (var i = 0; i < integers.Length; i++)
        {
            samples[i] = integers[i] / power;
        }
    }

    /// <summary>Low bits that are zero in every sample: 29 for numbers that were single precision.</summary>
    public static int CommonZeros(ReadOnlySpan<double> samples)
    {
        var all = 0L;
        foreach (var sample in samples)
        {
            all |= BitConverter.DoubleToInt64Bits(sample);
        }

        return Math.Min(BitOperations.TrailingZeroCount(all & long.MaxValue), 52);
    }

    /// <summary>Bits as integers that are ordered like the numbers, so that neighbours have small differences.</summary>
    public static void ToBits(ReadOnlySpan<double> samples, int zeros, Span<long> integers)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            var bits = BitConverter.DoubleToInt64Bits(samples[i]);
            integers[i] = ((bits & long.MaxValue) >> zeros) ^ (bits >> 63);
        }
    }

    public static void FromBits(ReadOnlySpan<long> integers, int zeros, Span<double> samples)
    {
        for (var i = 0; i < integers.Length; i++)
        {
            var sign = integers[i] >> 63;
            var magnitude = ((integers[i] ^ sign) << zeros) & long.MaxValue;
            samples[i] = BitConverter.Int64BitsToDouble(magnitude | (sign & long.MinValue));
        }
    }

    private static int Needed(double sample, int from)
    {
        for (var decimals = from; decimals <= MaxDecimals; decimals++)
        {
            if (TryScale(sample, Powers[decimals], out _))
            {
                return decimals;
            }
        }

        return -1;
    }

    private static bool TryScale(double sample, double power, out long integer)
    {
        var scaled = Math.Round(sample * power);
        if (!(Math.Abs(scaled) <= MaxScaled))
        {
            integer = 0;
            return false;
        }

        integer = (long)scaled;
        return BitConverter.DoubleToInt64Bits(integer / power) == BitConverter.DoubleToInt64Bits(sample);
    }
}
