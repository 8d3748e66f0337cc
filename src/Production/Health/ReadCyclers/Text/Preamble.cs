using System.Text;

namespace Voltloop.Health.ReadCyclers.Text;

/// <summary>Reads the lines <c># key: value</c> in front of a header; what a vendor writes there is left to the document.</summary>
internal static class Preamble
{
    /// <summary>Keys in lower case with their values; the first of two wins.</summary>
    public static IReadOnlyDictionary<string, string> Read(ReadOnlySpan<byte> head)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(head).Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.StartsWith('#') && colon > 1)
            {
                keys.TryAdd(line[1..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
            }
        }

        return keys;
    }
}
