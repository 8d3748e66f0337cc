using System.Diagnostics;
using Voltloop.Kernels.Lineage;

namespace Voltloop.Bench.Lineage;

/// <summary>One question about lineage, median time over many starts, beside a recursive query. Both must find the same.</summary>
/// <param name="chains">Both forms.</param>
/// <param name="name">Name of the question.</param>
/// <param name="down">Direction.</param>
/// <param name="start">Start of the n-th question.</param>
internal sealed class WalkComparison(Chains chains, string name, bool down, Func<Chain, int, int[]> start) : IComparison
{
    private const int Questions = 61;

    public string Name => $"{name}, {chains.Cells:N0} cells";

    public string Unit => "us, median";

    public bool SmallerIsBetter => true;

    public Task<(double Ours, double Plain)> MeasureAsync()
    {
        chains.Build();
        var (chain, walker) = (chains.Chain, new LineageWalker(chains.Graph));
        var wanted = down ? chain.Packs : chain.Ores;
        var (ours, plain) = (new List<double>(), new List<double>());
        for (var question = 0; question < Questions; question++)
        {
            var from = start(chain, 7 * question);
            var (mine, theirs) = (Timed(ours, () => Ours(walker, from, wanted)), Timed(plain, () => Plainly(from, wanted)));
            if (mine != theirs) throw new InvalidOperationException($"{Name}: {mine} found, {theirs} by the recursive query.");
        }

        return Task.FromResult((Median(ours), Median(plain)));
    }

    private int Ours(LineageWalker walker, int[] from, bool[] wanted) =>
        (down ? walker.Down(from, LineageFilter.All) : walker.Up(from, LineageFilter.All)).Nodes.Count(node => wanted[node]);

    private int Plainly(int[] from, bool[] wanted)
    {
        using var command = chains.Plain.CreateCommand();
        command.CommandText = $"WITH RECURSIVE r(n) AS (VALUES {string.Join(',', from.Select(n => $"({n})"))} UNION "
            + (down ? "SELECT b FROM down JOIN r ON a = n" : "SELECT a FROM up JOIN r ON b = n") + ") SELECT n FROM r";
        using var rows = command.ExecuteReader();
        var found = 0;
        while (rows.Read()) found += wanted[rows.GetInt32(0)] ? 1 : 0;
        return found;
    }

    private static int Timed(List<double> times, Func<int> question)
    {
        var clock = Stopwatch.StartNew();
        var found = question();
        times.Add(clock.Elapsed.TotalMicroseconds);
        return found;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
