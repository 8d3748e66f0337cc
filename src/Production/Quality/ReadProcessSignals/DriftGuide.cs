using System.Globalization;
using Voltloop.Web.Composition;

namespace Voltloop.Quality.ReadProcessSignals;

/// <summary>Finds for the tour a machine that drifted: repairs lead to the days to look at, the charts of the line to the machine and its time.</summary>
internal sealed class DriftGuide(LineWatch watch, ProcessSignals signals) : ITourGuide
{
    private const int Step = 10;

    /// <inheritdoc/>
    public IReadOnlyList<string> Subjects { get; } = ["machine", "day", "from", "before"];

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(CancellationToken cancellation)
    {
        foreach (var machine in await watch.WatchedMachinesAsync(cancellation))
        {
            foreach (var repair in await signals.RepairsAsync(machine, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, cancellation))
            {
                var line = await watch.WatchAsync(DateOnly.FromDateTime(repair.At.UtcDateTime), LineWatch.UsualBudget, cancellation);
                if (line.Signals.FirstOrDefault(signal => signal.Machine == machine) is { FirstOut: { } first, LastOut: { } last }) return Told(machine, first, last);
            }
        }

        return new Dictionary<string, string>(StringComparer.Ordinal);
    }

    // What came out in a whole step of the clock is called back with it.
    private static Dictionary<string, string> Told(string machine, DateTimeOffset first, DateTimeOffset last) => new(StringComparer.Ordinal)
    {
        ["machine"] = machine,
        ["day"] = first.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["from"] = Text(first.AddMinutes(-(first.Minute % Step))),
        ["before"] = Text(last.AddMinutes(Step - (last.Minute % Step))),
    };

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
