using System.Globalization;
using System.Text.Json.Serialization;
using Voltloop.Quality.Model;

namespace Voltloop.Quality.ReadProcessSignals;

/// <summary>A signal of a machine over time.</summary>
/// <param name="Machine">Read point of the machine.</param>
/// <param name="Signal">Type of the sensor report.</param>
/// <param name="Unit">Unit as people write it.</param>
/// <param name="Readings">In the order of time.</param>
internal sealed record SignalSeries(string Machine, string Signal, string Unit, IReadOnlyList<ProcessReading> Readings)
{
    /// <summary>Name with unit.</summary>
    public string Title => $"{SignalNames.Title(Signal)} ({Unit})";

    /// <summary>The readings as samples of one value each.</summary>
    [JsonIgnore]
    public IReadOnlyList<ChartSample> Samples => [.. Readings.Select(reading => new ChartSample(reading.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), [reading.Value]) { At = reading.At })];
}
