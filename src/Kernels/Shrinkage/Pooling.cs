namespace Voltloop.Kernels.Shrinkage;

/// <summary>Values with known variances around one mean (random effects).</summary>
/// <param name="Mean">Weighted mean.</param>
/// <param name="Variance">Variance of the mean.</param>
/// <param name="Between">Variance between the true values.</param>
public readonly record struct Pooling(double Mean, double Variance, double Between)
{
    private const int Halvings = 100;

    /// <summary>Mean with a given variance between.</summary>
    public static Pooling With(IReadOnlyList<(double Value, double Variance)> values, double between)
    {
        var (weight, sum) = (0.0, 0.0);
        foreach (var (value, variance) in values)
        {
            weight += 1 / (variance + between);
            sum += value / (variance + between);
        }

        return new Pooling(sum / weight, 1 / weight, between);
    }

    /// <summary>Mean with the variance between for which groups scatter as much as expected (Paule and Mandel 1982).</summary>
    /// <param name="groups">Groups, each around a mean of its own; one group for a plain random-effects mean.</param>
    public static double FindBetween(IReadOnlyList<IReadOnlyList<(double Value, double Variance)>> groups)
    {
        var degrees = groups.Sum(group => group.Count - 1);
        if (degrees < 1 || Scatter(groups, 0) <= degrees) return 0;
        var (low, high) = (0.0, groups.SelectMany(group => group).Max(one => one.Variance));
        while (Scatter(groups, high) > degrees) high *= 2;
        for (var i = 0; i < Halvings && high - low > 1e-12 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Scatter(groups, middle) > degrees ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double Scatter(IReadOnlyList<IReadOnlyList<(double Value, double Variance)>> groups, double between)
    {
        var sum = 0.0;
        foreach (var group in groups)
        {
            var mean = With(group, between).Mean;
            sum += group.Sum(one => (one.Value - mean) * (one.Value - mean) / (one.Variance + between));
        }

        return sum;
    }
}
