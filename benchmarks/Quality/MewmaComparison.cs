using Voltloop.Kernels.Multivariate;

namespace Voltloop.Bench.Quality;

/// <summary>Multivariate EWMA of a million rows at once; beside it scipy's filter and a product with the inverse.</summary>
internal sealed class MewmaComparison : IComparison
{
    private const int Rounds = 9;
    private const double Weight = 0.1;

    public string Name => "multivariate EWMA, 1e6 x 52, one thread";

    public string Unit => "CPU-s";

    public double? Aim => 0.35;

    public bool SmallerIsBetter => true;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var figures = new double[MadeRows.Rows];
        return (CpuTime.Best(Rounds, () => new MewmaStream(MadeRows.Reference, Weight).Take(MadeRows.Flat, figures)), await NumpyPeer.CpuSecondsAsync("mewma"));
    }
}
