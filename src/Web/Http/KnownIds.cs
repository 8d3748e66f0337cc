using System.Collections.Concurrent;
using Voltloop.Core.Identities;

namespace Voltloop.Web.Http;

/// <summary>Remembers how identifiers in addresses were read: the same batteries are asked for again and again.</summary>
public static class KnownIds
{
    /// <summary>Most identifiers remembered in each spelling; all are forgotten when there are more, which costs one reading each.</summary>
    private const int Capacity = 16_384;

    private static readonly ConcurrentDictionary<string, ThingId> Segments = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, ThingId> Plain = new(StringComparer.Ordinal);

    /// <summary>Reads an identifier that was decoded already; false when it is none.</summary>
    public static bool TryParse(string text, out ThingId id) =>
        Plain.TryGetValue(text, out id) || (ThingId.TryParse(text, out id) && Remember(Plain, text, id));

    /// <summary>Reads a percent-encoded segment.</summary>
    internal static ThingId Parse(string segment)
    {
        if (!Segments.TryGetValue(segment, out var id)) Remember(Segments, segment, id = ThingId.Parse(Uri.UnescapeDataString(segment)));
        return id;
    }

    private static bool Remember(ConcurrentDictionary<string, ThingId> known, string text, ThingId id)
    {
        if (known.Count >= Capacity) known.Clear();
        known[text] = id;
        return true;
    }
}
