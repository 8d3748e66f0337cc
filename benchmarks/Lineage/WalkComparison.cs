using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Voltloop.Kernels.Lineage;

namespace Voltloop.Bench.Lineage;

/// <summary>
/// One question about lineage, median time over many starts, beside a recursive query that is prepared once. Both give every
/// node they reach, count those that were asked for, must find the same, and have been asked for two seconds before.
/// </summary>
/// <param name="chains">Both forms.</param>
/// <param name="name">Name of the question.</param>
/// <param name="down">Direction.</param>
/// <param name="start">Start of the n-th question.</param>
internal sealed class WalkComparison(Chains chains, string name, bool down, Func<Chain, int, int[]> start) : IComparison
{
    private const int Questions = 61;
    private const int FewestQuestions = 5;
    private const double MostSeconds = 30;
    private const double WarmUpSeconds = 2;

    // Lots of ore are spread over everything that is made: an answer may be the whole chain.
    private static readonly LineageFilter Whole = new() { MaxNodes = int.MaxValue };

    public string Name => $"{name}, {chains}";

    public string Unit => "us, median";

    public bool SmallerIsBetter => true;

    public double? Aim => null;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        chains.Build();
        var (chain, walker) = (chains.Chain, new LineageWalker());
        var wanted = down ? chain.Packs : chain.Ores;
        await using var query = Query(start(chain, 0).Length);
        var (ours, plain) = (new List<double>(), new List<double>());
        WarmUp(question => Plainly(query, start(chain, question), wanted));
        var (theirs, clock) = (new List<int>(), Stopwatch.StartNew());
        for (var n = 0; n < Questions && (n < FewestQuestions || clock.Elapsed.TotalSeconds < MostSeconds); n++) theirs.Add(Timed(plain, () => Plainly(query, start(chain, 7 * n), wanted)));
        WarmUp(question => Ours(walker, start(chain, question), wanted));
        var mine = theirs.Select((_, n) => Timed(ours, () => Ours(walker, start(chain, 7 * n), wanted))).ToList();
        await Task.Yield();
        return mine.SequenceEqual(theirs) ? (Median(ours), Median(plain)) : throw new InvalidOperationException($"{Name}: the recursive query finds something else.");
    }

    private static void WarmUp(Func<int, int> question)
    {
        var clock = Stopwatch.StartNew();
        for (var n = 0; clock.Elapsed.TotalSeconds < WarmUpSeconds; n++) question((7 * (n % Questions)) + 3);
    }

    private int Ours(LineageWalker walker, int[] from, bool[] wanted)
    {
        var reach = down ? walker.Down(chains.Graph, from, Whole) : walker.Up(chains.Graph, from, Whole);
        var found = 0;
        foreach (ref readonly var visit in reach.Visits) found += wanted[visit.Node] ? 1 : 0;
        return found;
    }

    private SqliteCommand Query(int starts)
    {
        var command = chains.Plain.CreateCommand();
        command.CommandText = $"WITH RECURSIVE r(n) AS (VALUES {string.Join(',', Enumerable.Range(0, starts).Select(n => $"($s{n})"))} UNION "
            + (down ? "SELECT b FROM down JOIN r ON a = n" : "SELECT a FROM up JOIN r ON b = n") + ") SELECT n FROM r";
        for (var n = 0; n < starts; n++) command.Parameters.Add($"$s{n}", SqliteType.Integer);
        command.Prepare();
        return command;
    }

    private static int Plainly(SqliteCommand query, int[] from, bool[] wanted)
    {
        for (var n = 0; n < from.Length; n++) query.Parameters[n].Value = from[n];
        using var rows = query.ExecuteReader();
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
