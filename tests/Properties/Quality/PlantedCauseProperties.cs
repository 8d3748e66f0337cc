using Voltloop.Bench.Quality;
using Voltloop.Kernels.Commonality;

namespace Voltloop.Tests.Properties.Quality;

/// <summary>Planted genealogies, the small version of <c>./bench quality-causes</c>.</summary>
public sealed class PlantedCauseProperties
{
    private const int Seeds = 20;
    private const int Units = 5000;

    [Fact]
    public void Planted_causes_are_found_and_nothing_is_named_where_nothing_is()
    {
        var scores = Enumerable.Range(1, Seeds).Select(seed => CauseScore.Of(new PlantedGenealogy(seed, Units), new CommonalitySettings { Permutations = 49 })).ToArray();
        scores.Where(one => one.Kind == 0).ShouldAllBe(one => !one.Named);
        var planted = scores.Where(one => one.Kind > 0 && one.Named).ToArray();
        planted.Length.ShouldBeGreaterThanOrEqualTo(Seeds / 2);
        planted.ShouldAllBe(one => one.Third);
    }

    [Fact]
    public void Probabilities_without_an_effect_are_uniform()
    {
        var (distance, critical) = Calibration.Of(60);
        distance.ShouldBeLessThan(critical);
    }
}
