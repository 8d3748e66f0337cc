using Voltloop.Kernels.Multivariate;

namespace Voltloop.Bench.Quality;

/// <summary>Multivariate EWMA row by row, as rows come in; beside it a loop over rows in numpy.</summary>
internal sealed class StreamComparison : IComparison
{
    private const int Rounds = 9;
    private const int Rows = 100_000;
    private const double Weight = 0.1;
    private const double Nano = 1e9;

    public string Name => "multivariate EWMA, 52 signals, row by row";

    public string Unit => "ns/row and signal";

    public bool SmallerIsBetter => true;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        const double Each = Nano / Rows / MadeRows.Signals;
        var (stream, most) = (new MewmaStream(MadeRows.Reference, Weight), 0.0);
        var ours = CpuTime.Best(Rounds, () =>
        {
            for (var i = 0; i < Rows; i++) most = Math.Max(most, stream.Step(MadeRows.Flat.AsSpan(i * MadeRows.Signals, MadeRows.Signals)));
        });
        return (ours * Each, await ScriptPeer.Numpy.AskAsync("stream") * Each);
    }
}
