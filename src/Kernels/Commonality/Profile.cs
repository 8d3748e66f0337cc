namespace Voltloop.Kernels.Commonality;

/// <summary>Likelihoods of windows by their first and last bin.</summary>
/// <param name="Best">The largest.</param>
/// <param name="At">Where it is.</param>
internal sealed record Profile(double Best, (int First, int Last) At)
{
    private double[] _byFirst = [];
    private double[] _byLast = [];

    /// <summary>Looks at all windows.</summary>
    public static Profile Of(double[] scores, int width)
    {
        var (first, last, best, at) = (new double[width], new double[width], -1.0, (0, 0));
        for (var i = 0; i < width; i++)
        {
            for (var j = i; j < width; j++)
            {
                var score = scores[(i * width) + j];
                first[i] = Math.Max(first[i], score);
                last[j] = Math.Max(last[j], score);
                if (score > best + 1e-12) (best, at) = (score, (i, j));
            }
        }

        return new Profile(best, at) { _byFirst = first, _byLast = last };
    }

    /// <summary>First and last bin in which a window may begin that is not much less likely.</summary>
    public (int First, int Last) Starts(double drop) => Range(_byFirst, drop);

    /// <summary>First and last bin in which it may end.</summary>
    public (int First, int Last) Ends(double drop) => Range(_byLast, drop);

    private (int First, int Last) Range(double[] of, double drop) => (Array.FindIndex(of, one => one >= Best - drop), Array.FindLastIndex(of, one => one >= Best - drop));
}
