using System.Diagnostics;

namespace Voltloop.Bench;

/// <summary>Measures work per second.</summary>
internal static class Clock
{
    // Both sides run until the compiler has optimised what is hot: what is measured is a house that has been open for a while.
    private const double WarmUpSeconds = 2;

    /// <summary>Repeats until the time is over, after a warm-up, and gives units per second.</summary>
    /// <param name="seconds">How long to measure.</param>
    /// <param name="round">One round; returns the units of work it did.</param>
    public static async Task<double> PerSecond(double seconds, Func<int, Task<long>> round)
    {
        var i = 0;
        for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalSeconds < WarmUpSeconds; i++)
        {
            await round(i);
        }

        var clock = Stopwatch.StartNew();
        var work = 0L;
        for (; clock.Elapsed.TotalSeconds < seconds; i++)
        {
            work += await round(i);
        }

        return work / clock.Elapsed.TotalSeconds;
    }
}
