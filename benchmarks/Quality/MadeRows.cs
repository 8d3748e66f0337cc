using Voltloop.Kernels.Multivariate;

namespace Voltloop.Bench.Quality;

/// <summary>Made-up rows of 52 signals that go together, one behind the other, and what their first rows say.</summary>
internal static class MadeRows
{
    public const int Rows = 1_000_000;
    public const int Signals = 52;
    private const int Seed = 1;
    private const int Common = 6;
    private const int Training = 2_000;

    public static double[] Flat { get; } = Make();

    public static ReferenceRows Reference { get; } = ReferenceRows.Of([.. Enumerable.Range(0, Training).Select(i => Flat.AsSpan(i * Signals, Signals).ToArray())]);

    private static double[] Make()
    {
        var (random, rows, common) = (new Random(Seed), new double[Rows * Signals], new double[Common]);
        for (var i = 0; i < Rows; i++)
        {
            for (var k = 0; k < Common; k++) common[k] = random.NextDouble() - 0.5;
            for (var j = 0; j < Signals; j++) rows[(i * Signals) + j] = common[j % Common] + common[j * 5 % Common] + random.NextDouble() - 0.5;
        }

        return rows;
    }
}
