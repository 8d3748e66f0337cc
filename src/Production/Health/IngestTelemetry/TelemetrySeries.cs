using System.Security.Cryptography;
using System.Text;
using Voltloop.Core.Identities;
using Voltloop.Health.Model.Telemetry;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Series;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>
/// The two series of a battery's telemetry: what came in the order of time, and what came late. Series only grow, so late samples
/// stand in one of their own and are merged where both are read.
/// </summary>
internal static class TelemetrySeries
{
    private const string Prefix = "urn:voltloop:telemetry:";
    private const string LateEnd = ":late";

    private static readonly ChannelSpec[] Channels =
    [
        new(BdfColumns.TestTime, "s"), new(BdfColumns.UnixTime, "s"), new(BdfColumns.Voltage, "V"), new(BdfColumns.Current, "A"), new("surface_temperature_celsius", "degC"),
    ];

    /// <summary>Channels that are read back, in the order of <see cref="SampleColumns"/>.</summary>
    public static readonly IReadOnlyList<string> Wanted = [BdfColumns.UnixTime, BdfColumns.Voltage, BdfColumns.Current, "surface_temperature_celsius"];

    /// <summary>The series of a battery.</summary>
    public static SeriesSpec Of(ThingId thing, bool late) => new(Id(thing, late), thing, late ? "Telemetry, arrived late" : "Telemetry", Channels);

    /// <summary>Identifier of the series of a battery.</summary>
    public static string Id(ThingId thing, bool late) =>
        $"{Prefix}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(thing.Value)).AsSpan(0, 16))}{(late ? LateEnd : "")}";

    /// <summary>Identifier of the series that a late one is merged with; any other identifier stays.</summary>
    public static string Merged(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) && id.EndsWith(LateEnd, StringComparison.Ordinal) ? id[..^LateEnd.Length] : id;

    /// <summary>Appends samples; a battery that has other samples by now refuses them.</summary>
    /// <param name="spec">The series.</param>
    /// <param name="samples">Samples.</param>
    /// <param name="start">Moment from which its time counts, s since 1970.</param>
    /// <param name="held">Samples it holds.</param>
    public static SeriesAppend Append(SeriesSpec spec, SampleColumns samples, double start, long held) =>
        new(spec, [Array.ConvertAll(samples.Time, time => time - start), samples.Time, samples.Volt, samples.Ampere, samples.Celsius]) { ExpectedSamples = held };
}
