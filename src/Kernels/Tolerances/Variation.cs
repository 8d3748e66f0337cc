using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.Tolerances;

/// <summary>How one dimension varies: mean and standard deviation, and a table of quantiles to draw from (none for a normal one).</summary>
/// <param name="Name">Name of the distribution.</param>
/// <param name="Mean">Mean, unit of the dimension.</param>
/// <param name="Sigma">Standard deviation, unit of the dimension.</param>
public sealed record Variation(string Name, double Mean, double Sigma)
{
    /// <summary>Steps of a table of quantiles.</summary>
    public const int Steps = 4096;

    /// <summary>Steps that the first and the last of these are cut into.</summary>
    public const int TailSteps = 256;

    /// <summary>Quantiles in standard deviations from the mean: at <see cref="Steps"/> equal steps of probability, then at <see cref="TailSteps"/> of the first and of the last of them, joined by lines; or as they are when <see cref="IsDiscrete"/>; empty for a normal distribution.</summary>
    public IReadOnlyList<float> Table { get; private init; } = [];

    /// <summary>True when values of the table are drawn as they are: measured ones.</summary>
    public bool IsDiscrete { get; private init; }

    /// <summary>A normal distribution.</summary>
    public static Variation Normal(double mean, double sigma) => new("normal", mean, sigma);

    /// <summary>Every value between two ends as likely.</summary>
    public static Variation Uniform(double low, double high) =>
        Of("uniform", ((low + high) / 2, (high - low) / Math.Sqrt(12)), p => low + (p * (high - low)));

    /// <summary>A triangle between two ends with its top at <paramref name="mode"/>.</summary>
    public static Variation Triangular(double low, double high, double mode)
    {
        var (width, left) = (high - low, mode - low);
        var variance = ((low * low) + (high * high) + (mode * mode) - (low * high) - (low * mode) - (high * mode)) / 18;
        return Of("triangular", ((low + high + mode) / 3, Math.Sqrt(Math.Max(0, variance))), p => p * width < left ? low + Math.Sqrt(p * width * left) : high - Math.Sqrt((1 - p) * width * (high - mode)));
    }

    /// <summary>A beta distribution between two ends, skewed to the left when <paramref name="shape"/> has A above B; both 1 or more.</summary>
    public static Variation Beta(double low, double high, (double A, double B) shape)
    {
        var sum = shape.A + shape.B;
        var sigma = Math.Sqrt(shape.A * shape.B / (sum + 1)) / sum;
        return Of("beta", (low + ((high - low) * shape.A / sum), (high - low) * sigma), p => low + ((high - low) * (p <= 0 ? 0 : p >= 1 ? 1 : Distributions.Beta.Quantile(p, shape.A, shape.B))));
    }

    /// <summary>A normal distribution of which everything outside two ends was taken out by inspection.</summary>
    public static Variation Inspected((double Mean, double Sigma) before, double low, double high)
    {
        var (a, b) = ((low - before.Mean) / before.Sigma, (high - before.Mean) / before.Sigma);
        var (below, kept) = (Distributions.Normal.Cumulative(a), Distributions.Normal.Cumulative(b) - Distributions.Normal.Cumulative(a));
        var (left, right) = (Distributions.Normal.Density(a), Distributions.Normal.Density(b));
        var shift = (left - right) / kept;
        var variance = 1 + (((a * left) - (b * right)) / kept) - (shift * shift);
        double Quantile(double p) => p <= 0 ? a : p >= 1 ? b : -Distributions.Normal.UpperQuantile(below + (p * kept));
        return Of("inspected", (before.Mean + (shift * before.Sigma), before.Sigma * Math.Sqrt(variance)), p => before.Mean + (before.Sigma * Math.Clamp(Quantile(p), a, b)));
    }

    /// <summary>Measured values, drawn as they are; the variance of the gauge is taken out by drawing them towards their mean.</summary>
    /// <param name="values">Two or more that are not all the same.</param>
    /// <param name="gaugeSigma">Standard deviation of the gauge, below that of the values.</param>
    public static Variation Measured(ReadOnlySpan<double> values, double gaugeSigma)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var mean = ControlCharts.Subgroup.Mean(sorted);
        var observed = ControlCharts.Subgroup.Deviation(sorted);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(gaugeSigma, observed);
        var sigma = Math.Sqrt((observed * observed) - (gaugeSigma * gaugeSigma));
        // The standard deviation of what is drawn is that of a population of these values.
        var scale = Math.Sqrt((sorted.Length - 1.0) / sorted.Length) * observed;
        return new Variation("measured", mean, sigma) { Table = Array.ConvertAll(sorted, value => (float)((value - mean) / scale)), IsDiscrete = true };
    }

    private static Variation Of(string name, (double Mean, double Sigma) of, Func<double, double> quantile)
    {
        float At(double p) => of.Sigma > 0 ? (float)((quantile(p) - of.Mean) / of.Sigma) : 0;
        float[] middle = [.. Enumerable.Range(0, Steps + 1).Select(i => At((double)i / Steps))];
        // The first and the last step are cut into steps of their own: what is rare must not be drawn by one straight line.
        float[] low = [.. Enumerable.Range(0, TailSteps + 1).Select(i => At((double)i / TailSteps / Steps))];
        float[] high = [.. Enumerable.Range(0, TailSteps + 1).Select(i => At((Steps - 1 + ((double)i / TailSteps)) / Steps))];
        return new Variation(name, of.Mean, of.Sigma) { Table = (float[])[.. middle, .. low, .. high] };
    }
}
