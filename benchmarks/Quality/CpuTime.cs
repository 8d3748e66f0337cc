namespace Voltloop.Bench.Quality;

/// <summary>Processor time of work on one thread.</summary>
internal static class CpuTime
{
    private const int WarmUps = 3;

    /// <summary>The best of several rounds, seconds, after rounds that are not counted.</summary>
    public static double Best(int rounds, Action work)
    {
        for (var i = 0; i < WarmUps; i++) work();
        var best = double.PositiveInfinity;
        for (var i = 0; i < rounds; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            work();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return best;
    }
}
