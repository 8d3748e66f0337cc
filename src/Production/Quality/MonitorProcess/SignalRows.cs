using System.Globalization;
using Voltloop.Quality.Model;
using Voltloop.Quality.ReadProcessSignals;

namespace Voltloop.Quality.MonitorProcess;

/// <summary>Puts what sensors of a machine read at one moment into one row.</summary>
internal static class SignalRows
{
    // A signal that is read at fewer moments than this share is a check now and then, not a signal.
    private const double Regular = 0.5;

    /// <summary>Rows in the order of time; a signal that was not read at a moment is missing there.</summary>
    public static SignalTable Of(string name, IReadOnlyList<ProcessReading> readings)
    {
        var moments = readings.GroupBy(reading => reading.At).OrderBy(moment => moment.Key).ToArray();
        var regular = readings.GroupBy(reading => reading.Signal, StringComparer.Ordinal).Where(signal => signal.Count() >= Regular * moments.Length).OrderBy(signal => signal.Key, StringComparer.Ordinal).ToArray();
        var place = regular.Select((signal, j) => (signal.Key, j)).ToDictionary(one => one.Key, one => one.j, StringComparer.Ordinal);
        return new SignalTable(name, [.. regular.Select(signal => $"{SignalNames.Title(signal.Key)} ({SignalNames.Unit(signal.First().Unit)})")], [.. moments.Select(moment => Row(moment, place))])
        {
            Labels = [.. moments.Select(moment => moment.Key.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))], Times = [.. moments.Select(moment => (DateTimeOffset?)moment.Key)],
        };
    }

    /// <summary>Rows from a place on, up to another.</summary>
    public static SignalTable Part(SignalTable table, int from, int to) => table with
    {
        Rows = [.. table.Rows.Skip(from).Take(to - from)], Labels = [.. table.Labels.Skip(from).Take(to - from)], Times = [.. table.Times.Skip(from).Take(to - from)],
    };

    private static double[] Row(IEnumerable<ProcessReading> moment, Dictionary<string, int> place)
    {
        var row = new double[place.Count];
        Array.Fill(row, double.NaN);
        foreach (var reading in moment) if (place.TryGetValue(reading.Signal, out var j)) row[j] = reading.Value;
        return row;
    }
}
