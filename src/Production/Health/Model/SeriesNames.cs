using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Voltloop.Core.Identities;
using Voltloop.Record.Series;

namespace Voltloop.Health.Model;

/// <summary>Names of the series this room writes.</summary>
internal static class SeriesNames
{
    /// <summary>Title of a series with one sample per cycle.</summary>
    public const string CapacityTitle = "Capacity per cycle";

    /// <summary>Title of a series over time.</summary>
    public const string TimeTitle = "Voltage and current over time";

    /// <summary>Identifier derived from thing, channels and samples, so that the same content always gets the same one.</summary>
    public static string Derive(ThingId thing, IReadOnlyList<ChannelSpec> channels, IReadOnlyList<double[]> columns)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(thing.Value));
        for (var i = 0; i < channels.Count; i++)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{channels[i].Name}\n"));
            hash.AppendData(MemoryMarshal.AsBytes(columns[i].AsSpan()));
        }

        return $"urn:voltloop:series:{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16))}";
    }
}
