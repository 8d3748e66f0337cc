namespace Voltloop.Kernels.RunLengths;

/// <summary>Finds the limit of a chart for an average run length in control, which rises with it.</summary>
internal static class DesignSearch
{
    /// <summary>Shortest and longest average run length that can be asked for.</summary>
    public const double MinRunLength = 2;

    /// <summary>Longest average run length that can be asked for.</summary>
    public const double MaxRunLength = 1e6;

    private const int MaxSteps = 100;
    private const double Widening = 1.1;
    private const double Precision = 1e-11;

    /// <summary>The limit.</summary>
    /// <param name="length">Average run length of a limit.</param>
    /// <param name="target">Wanted.</param>
    /// <param name="guess">Where to begin, above 0.</param>
    public static double Find(Func<double, double> length, double target, double guess)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target, MinRunLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(target, MaxRunLength);
        double Excess(double limit) => Math.Log(length(limit) / target);
        var (low, high) = (guess, guess);
        while (Excess(high) < 0) high *= Widening;
        while (Excess(low) > 0) low /= Widening;
        var (atLow, atHigh) = (Excess(low), Excess(high));
        // The logarithm of the run length is nearly a line over the limit: false position with halved weights (Illinois).
        for (var i = 0; i < MaxSteps && high - low > Precision && atHigh - atLow > 0; i++)
        {
            var next = ((low * atHigh) - (high * atLow)) / (atHigh - atLow);
            var at = Excess(next);
            if (Math.Abs(at) < Precision) return next;
            if (at < 0) (low, atLow, atHigh) = (next, at, atHigh / 2);
            else (high, atHigh, atLow) = (next, at, atLow / 2);
        }

        return (low + high) / 2;
    }
}
