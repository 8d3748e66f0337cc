using Voltloop.Kernels.Multivariate;

namespace Voltloop.Bench.Quality;

/// <summary>T² and SPE of a million rows by eleven principal components.</summary>
internal sealed class ScoreComparison : IComparison
{
    private const int Rounds = 15;
    private const int Components = 11;

    public string Name => "T² and SPE, 1e6 x 52, 11 components, one thread";

    public string Unit => "CPU-s";

    public double? Aim => 0.12;

    public bool SmallerIsBetter => true;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var scorer = new PrincipalScorer(PrincipalModel.Fit(MadeRows.Reference, Components));
        var (t2, spe) = (new double[MadeRows.Rows], new double[MadeRows.Rows]);
        return (CpuTime.Best(Rounds, () => scorer.Score(MadeRows.Flat, t2, spe)), await NumpyPeer.CpuSecondsAsync("score"));
    }
}
