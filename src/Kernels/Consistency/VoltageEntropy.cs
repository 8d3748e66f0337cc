namespace Voltloop.Kernels.Consistency;

/// <summary>Shannon entropy of the voltage of cells over a stretch of time (Shannon 1948), over bins that all cells share.</summary>
public static class VoltageEntropy
{
    /// <summary>Bins between the lowest and the highest value.</summary>
    public const int Bins = 50;

    /// <summary>Entropy in bit of each channel; 0 for a constant one, NaN for one without values.</summary>
    public static double[] Of(double[][] channels)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in channels.SelectMany(channel => channel).Where(double.IsFinite)) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return Array.ConvertAll(channels, channel => One(channel, low, (high - low) / Bins));
    }

    private static double One(double[] channel, double low, double width)
    {
        var (counts, all) = (new int[Bins], 0);
        foreach (var value in channel)
        {
            if (!double.IsFinite(value)) continue;
            counts[width > 0 ? Math.Min(Bins - 1, (int)((value - low) / width)) : 0]++;
            all++;
        }

        return all == 0 ? double.NaN : -counts.Where(count => count > 0).Sum(count => (double)count / all * Math.Log2((double)count / all));
    }
}
