using Voltloop.Kernels.Robust;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class MedianAndHampelTests
{
    [Theory]
    [InlineData(new[] { 3.0 }, 3.0)]
    [InlineData(new[] { 4.0, 1.0 }, 2.5)]
    [InlineData(new[] { 9.0, 1.0, 5.0 }, 5.0)]
    public void Median_is_the_middle_of_the_sorted_values(double[] values, double expected) => Median.Of(values).ShouldBe(expected);

    [Fact]
    public void Median_of_nothing_is_not_a_number() => Median.Of([]).ShouldBe(double.NaN);

    [Fact]
    public void Scaled_deviation_of_a_normal_sample_is_its_standard_deviation()
    {
        // Quantiles of N(0, 2) at 999 equally spaced probabilities stand for a large sample.
        var random = new Random(7);
        var sample = Enumerable.Range(0, 20_000).Select(_ => 2 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble())).ToArray();
        (Median.NormalConsistency * Median.AbsoluteDeviation(sample, 0)).ShouldBe(2, 0.05);
    }

    [Fact]
    public void A_single_spike_is_found_and_its_neighbours_are_not()
    {
        var values = Enumerable.Range(0, 50).Select(i => 1 + 0.001 * (i % 3)).ToArray();
        values[20] = 1.2;
        var (median, outlier) = (new double[50], new bool[50]);
        Hampel.Identify(values, new HampelSettings(5, 6, 0.01), median, outlier);
        Enumerable.Range(0, 50).Where(i => outlier[i]).ShouldBe([20]);
        median[20].ShouldBe(1.001, 0.0011);
    }

    [Fact]
    public void Floor_keeps_small_noise_in_a_constant_window()
    {
        var values = Enumerable.Repeat(1.0, 30).ToArray();
        values[10] = 1.009;
        var (median, outlier) = (new double[30], new bool[30]);
        Hampel.Identify(values, new HampelSettings(5, 6, 0.01), median, outlier);
        outlier.ShouldAllBe(flag => !flag);
        Hampel.Identify(values, new HampelSettings(5, 6, 0.001), median, outlier);
        outlier[10].ShouldBeTrue();
    }

    [Fact]
    public void Spikes_at_both_ends_are_found()
    {
        var values = Enumerable.Repeat(1.0, 30).ToArray();
        (values[0], values[29]) = (5, -5);
        var (median, outlier) = (new double[30], new bool[30]);
        Hampel.Identify(values, new HampelSettings(5, 6, 0.01), median, outlier);
        Enumerable.Range(0, 30).Where(i => outlier[i]).ShouldBe([0, 29]);
    }

    [Fact]
    public void Missing_samples_are_neither_outliers_nor_neighbours()
    {
        double[] values = [1, double.NaN, double.NaN, 1, 9, 1, 1];
        var (median, outlier) = (new double[7], new bool[7]);
        Hampel.Identify(values, new HampelSettings(2, 6, 0.01), median, outlier);
        outlier.ShouldBe([false, false, false, false, true, false, false]);
    }
}
