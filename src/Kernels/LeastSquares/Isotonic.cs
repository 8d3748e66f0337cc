namespace Voltloop.Kernels.LeastSquares;

/// <summary>Isotonic regression: the growing sequence nearest to the values in least squares (pool adjacent violators; Barlow et al. 1972).</summary>
public static class Isotonic
{
    /// <summary>Makes <paramref name="values"/> non-decreasing in place; the mean is kept.</summary>
    public static void Grow(Span<double> values)
    {
        var (mean, count, blocks) = (new double[values.Length], new int[values.Length], 0);
        foreach (var value in values)
        {
            (mean[blocks], count[blocks]) = (value, 1);
            for (blocks++; blocks > 1 && mean[blocks - 2] > mean[blocks - 1]; blocks--)
            {
                var both = count[blocks - 2] + count[blocks - 1];
                mean[blocks - 2] = (mean[blocks - 2] * count[blocks - 2] + mean[blocks - 1] * count[blocks - 1]) / both;
                count[blocks - 2] = both;
            }
        }

        var at = 0;
        for (var block = 0; block < blocks; block++)
        {
            values.Slice(at, count[block]).Fill(mean[block]);
            at += count[block];
        }
    }
}
