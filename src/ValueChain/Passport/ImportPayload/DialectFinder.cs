using System.Text.Json;
using Voltloop.Passport.Model;

namespace Voltloop.Passport.ImportPayload;

/// <summary>Finds the dialect of a payload by its content.</summary>
internal static class DialectFinder
{
    /// <summary>True when one of the members of the root marks a dialect.</summary>
    public static bool MayRead(IEnumerable<Dialect> dialects, IReadOnlyList<string> members) =>
        dialects.Any(dialect => dialect.Marks.Any(mark => members.Contains(mark.Top, StringComparer.Ordinal)));

    /// <summary>
    /// The dialects that fit best: most marks seen, and among equals the least marks missed. Several are left when two
    /// versions look the same from here.
    /// </summary>
    public static IReadOnlyList<Dialect> Best(IEnumerable<Dialect> dialects, JsonElement payload)
    {
        var scored = dialects.Select(dialect => (Dialect: dialect, Seen: dialect.Marks.Count(mark => mark.IsIn(payload))))
            .Where(candidate => candidate.Seen > 0).ToList();
        if (scored.Count == 0) return [];
        var most = scored.Max(candidate => candidate.Seen);
        var fitting = scored.Where(candidate => candidate.Seen == most).Select(candidate => candidate.Dialect).ToList();
        var least = fitting.Min(dialect => dialect.Marks.Count);
        return fitting.Where(dialect => dialect.Marks.Count == least).ToList();
    }
}
