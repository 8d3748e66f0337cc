using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.Commonality;

/// <summary>
/// Finds the stretch of a series in which the mean was off, reached at once or by a ramp: least squares over all beginnings, ends and ramps,
/// against the mean and standard deviation of the readings outside. Probability by chance is bounded by Bonferroni over all of them.
/// </summary>
public static class ShiftScan
{
    private const double ProfileDrop = 1.92;

    /// <summary>Most readings that are searched.</summary>
    public const int MaxReadings = 1_000;

    /// <summary>Fewest readings outside.</summary>
    public const int FewestOutside = 30;

    // Readings until a shift is full.
    private static readonly int[] Ramps = [0, 3, 6, 10, 15, 20];

    /// <summary>The stretch; <c>null</c> when there are too few readings or they do not vary.</summary>
    /// <param name="inside">Readings that are searched, in the order of time.</param>
    /// <param name="outside">Readings before and after them.</param>
    public static ShiftFound? Find(ReadOnlySpan<double> inside, ReadOnlySpan<double> outside)
    {
        if (outside.Length < FewestOutside || inside.Length < 2 || inside.Length > MaxReadings) return null;
        var mean = Mean(outside);
        var deviation = Deviation(outside, mean);
        if (!(deviation > 0)) return null;
        var scores = new double[inside.Length, inside.Length];
        var (best, at, shift) = (0.0, (First: 0, Last: 0), 0.0);
        foreach (var ramp in Ramps)
        {
            for (var first = 0; first < inside.Length; first++)
            {
                var (product, squares) = (0.0, 0.0);
                for (var last = first; last < inside.Length; last++)
                {
                    // The middle of a reading counts: half a step after its beginning.
                    var part = ramp == 0 ? 1 : Math.Min(1, (last - first + 0.5) / ramp);
                    product += part * (inside[last] - mean);
                    squares += part * part;
                    var score = product * product / (2 * deviation * deviation * squares);
                    scores[first, last] = Math.Max(scores[first, last], score);
                    if (score > best) (best, at, shift) = (score, (first, last), product / squares);
                }
            }
        }

        var tried = Ramps.Length * inside.Length * (inside.Length + 1.0) / 2;
        return new ShiftFound(at.First, at.Last, mean, shift)
        {
            Onset = Range(scores, best, byFirst: true), End = Range(scores, best, byFirst: false), Probability = Math.Min(1, tried * 2 * Normal.Upper(Math.Sqrt(2 * best))), LogLikelihoodRatio = best,
        };
    }

    private static (int Earliest, int Latest) Range(double[,] scores, double best, bool byFirst)
    {
        var (least, most, count) = (int.MaxValue, -1, scores.GetLength(0));
        for (var i = 0; i < count; i++)
        {
            for (var j = i; j < count; j++)
            {
                if (scores[i, j] < best - ProfileDrop) continue;
                var at = byFirst ? i : j;
                (least, most) = (Math.Min(least, at), Math.Max(most, at));
            }
        }

        return (least, most);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }

    private static double Deviation(ReadOnlySpan<double> values, double mean)
    {
        var sum = 0.0;
        foreach (var value in values) sum += (value - mean) * (value - mean);
        return Math.Sqrt(sum / (values.Length - 1));
    }
}
