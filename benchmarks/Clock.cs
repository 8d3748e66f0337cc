using System.Diagnostics;

namespace Voltloop.Bench;

/// <summary>Measures work per second.</summary>
internal static class Clock
{
    /// <summary>Repeats until the time is over, after one round to warm up, and gives units per second.</summary>
    /// <param name="seconds">How long to measure.</param>
    /// <param name="round">One round; returns the units of work it did.</param>
    public static async Task<double> PerSecond(double seconds, Func<int, Task<long>> round)
    {
        await round(0);
        var clock = Stopwatch.StartNew();
        var work = 0L;
        for (var i = 1; clock.Elapsed.TotalSeconds < seconds; i++)
        {
            work += await round(i);
        }

        return work / clock.Elapsed.TotalSeconds;
    }
}
