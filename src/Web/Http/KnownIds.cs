using System.Collections.Concurrent;
using Voltloop.Core.Identities;

namespace Voltloop.Web.Http;

/// <summary>Remembers how route segments were read: the same batteries are asked for again and again.</summary>
internal static class KnownIds
{
    /// <summary>Most segments remembered; all are forgotten when there are more, which costs one reading each.</summary>
    private const int Capacity = 16_384;

    private static readonly ConcurrentDictionary<string, ThingId> Read = new(StringComparer.Ordinal);

    /// <summary>Reads a percent-encoded segment.</summary>
    public static ThingId Parse(string segment)
    {
        if (Read.TryGetValue(segment, out var known))
        {
            return known;
        }

        var id = ThingId.Parse(Uri.UnescapeDataString(segment));
        if (Read.Count >= Capacity)
        {
            Read.Clear();
        }

        Read[segment] = id;
        return id;
    }
}
