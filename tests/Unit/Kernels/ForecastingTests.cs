using Voltloop.Kernels.Forecasting;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class ForecastingTests
{
    [Fact]
    public void Cells_that_lived_alike_foretell_the_life_of_another()
    {
        var all = Enumerable.Range(0, 14).Select(i => Fade(600 + (25 * i), 1.6, i)).ToArray();
        var forecasts = all.Select((one, i) => new SimilarityForecast([.. all.Where((_, other) => other != i)], new SimilaritySettings(0.8, 0.9)).Predict(one.UpTo(350)!)).ToArray();
        for (var i = 0; i < all.Length; i++) forecasts[i].Cycle.ShouldBe(600 + (25 * i), 12);
        forecasts.Where((forecast, i) => forecast.Interval.Holds(600 + (25 * i))).Count().ShouldBeGreaterThanOrEqualTo(11);
        forecasts[7].Level.ShouldBe(0.9);
        forecasts[7].Path[0].Share.ShouldBe(all[7].At(350), 0.01);
        forecasts[7].Path[^1].Share.ShouldBeLessThan(0.8);
    }

    [Fact]
    public void Few_cells_promise_less()
    {
        var others = Enumerable.Range(0, 5).Select(i => Fade(600 + (25 * i), 1.6, i)).ToArray();
        new SimilarityForecast(others, new SimilaritySettings(0.8, 0.9)).Predict(Fade(640, 1.6, 9).UpTo(300)!).Level.ShouldBe(5 / 6.0, 1e-6);
    }

    [Fact]
    public void Cells_that_have_not_reached_their_end_are_refused() =>
        Should.Throw<ArgumentException>(() => new SimilarityForecast([.. Enumerable.Range(0, 5).Select(i => Fade(600, 1.6, i).UpTo(300)!)], new SimilaritySettings(0.8, 0.9)));

    [Fact]
    public void Particles_follow_a_fade_to_its_end_and_the_same_seed_gives_the_same()
    {
        var known = Fade(800, 1.3, 5).UpTo(500)!;
        var forecast = ParticleForecast.Predict(known, new ParticleSettings(0.8, 0.9, 7));
        forecast.Interval.Holds(800).ShouldBeTrue($"{forecast}");
        forecast.Cycle.ShouldBe(800, 80);
        ParticleForecast.Predict(known, new ParticleSettings(0.8, 0.9, 7)).Cycle.ShouldBe(forecast.Cycle);
        ParticleForecast.Predict(Fade(800, 1.3, 5).UpTo(700)!, new ParticleSettings(0.8, 0.9, 7)).Interval.Width.ShouldBeLessThan(forecast.Interval.Width);
    }

    [Fact]
    public void A_turn_is_found_where_it_is_and_a_straight_fade_has_none()
    {
        double[] cycle = [.. Enumerable.Range(0, 800).Select(i => (double)i)];
        var turned = FadePath.Of(cycle, Array.ConvertAll(cycle, n => 1.1 * (1 - (0.0001 * n) - (0.0006 * Math.Max(0, n - 500)))), 1.1);
        var knee = Knee.Find(turned)!.Value;
        knee.Cycle.ShouldBe(500, 15);
        knee.Before.ShouldBe(-0.0001, 2e-5);
        knee.After.ShouldBe(-0.0007, 5e-5);
        Knee.Find(Fade(800, 1, 1)).ShouldBeNull();
    }

    [Fact]
    public void The_median_of_five_takes_out_single_glitches()
    {
        double[] capacity = [1.1, 1.1, 31, 1.09, 1.09, 0, 1.08, 1.08];
        var path = FadePath.Of([.. Enumerable.Range(1, 8).Select(i => (double)i)], capacity, 1.1);
        for (var cycle = 2; cycle <= 7; cycle++) path.At(cycle).ShouldBeInRange(0.97, 1.001);
    }

    private static FadePath Fade(double life, double exponent, int seed)
    {
        var random = new Random(seed);
        double[] cycle = [.. Enumerable.Range(0, (int)life + 60).Select(i => (double)i)];
        return FadePath.Of(cycle, Array.ConvertAll(cycle, n => 1.1 * (1 - (0.2 * Math.Pow(n / life, exponent)) + (0.001 * (random.NextDouble() - 0.5)))), 1.1);
    }
}
