using System.Globalization;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Health.EstimateCharge;
using Voltloop.Health.Model;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;

namespace Voltloop.Health.SendTelemetry;

/// <summary>Makes telemetry of the recordings that a store holds of a battery: to try a connection with real data.</summary>
internal sealed class SeriesSource(IRecordReader record)
{
    private const string Source = "voltloop-send";
    private const int Fewest = 1;

    /// <summary>Messages in the short form, one body each.</summary>
    /// <param name="thing">The battery.</param>
    /// <param name="size">Samples per message.</param>
    /// <param name="cancellation">Stops between two recordings.</param>
    public async Task<IReadOnlyList<byte[]>> ReadAsync(Thing thing, int size, CancellationToken cancellation)
    {
        var recordings = (await new RecordingReader(record).ReadAsync(thing.Id, cancellation)).Where(one => one.EndUnix is not null).ToList();
        if (recordings.Count == 0) throw new ProblemException(CommonProblems.NotFound, $"No recording of {thing.Label} says at which time it was made.", null, "Import a file with the column unix_time_second.");
        return [.. recordings.SelectMany(one => Messages(thing, one, Math.Max(Fewest, size)))];
    }

    private static IEnumerable<byte[]> Messages(Thing thing, CellRecording recording, int size)
    {
        var start = recording.EndUnix!.Value - recording.Second[^1];
        for (var from = 0; from < recording.Second.Length; from += size)
        {
            var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# asset={thing.Id.Value};source={Source};messageId={recording.Id}/{from}\n");
            for (var i = from; i < Math.Min(from + size, recording.Second.Length); i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{start + recording.Second[i]},{Text(recording.Volt[i])},{Text(recording.Ampere[i])},{(recording.HasTemperature ? Text(recording.Celsius[i]) : "")}\n");
            }

            yield return Encoding.UTF8.GetBytes(text.ToString());
        }
    }

    private static string Text(double value) => double.IsFinite(value) ? value.ToString(CultureInfo.InvariantCulture) : "";
}
