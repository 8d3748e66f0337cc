using System.Text.Json;
using Voltloop.Passport.Model;

namespace Voltloop.Passport.ImportPayload;

/// <summary>Finds the dialect of a payload by its content.</summary>
internal static class DialectFinder
{
    /// <summary>True when one of the members of the root marks a dialect. Marks with a text do not count: their members, such as "type", are everywhere.</summary>
    public static bool MayRead(IEnumerable<Dialect> dialects, IReadOnlyList<string> members) =>
        dialects.Any(dialect => dialect.Marks.Any(mark => mark.Value is null && members.Contains(mark.Top, StringComparer.Ordinal)));

    /// <summary>
    /// The dialects that fit best: most marks seen, and among equals the least marks missed, unless one mark is all there is. Several are left when two
    /// versions look the same from here.
    /// </summary>
    public static IReadOnlyList<Dialect> Best(IEnumerable<Dialect> dialects, JsonElement payload) =>
        Best(dialects, dialect => dialect.Marks, payload);

    /// <summary>The same for an environment with one submodel, whose meaning must be the dialect's.</summary>
    public static IReadOnlyList<Dialect> BestForSubmodel(IEnumerable<Dialect> dialects, JsonElement environment) =>
        Best(dialects.Where(dialect => dialect.SubmodelMarks.Count > 0 && dialect.SubmodelMarks[0].IsIn(environment)), dialect => dialect.SubmodelMarks, environment);

    /// <summary>The dialect through which a payload leaves least unmapped; <c>null</c> when there is none to choose from.</summary>
    public static DialectReading? Closest(IEnumerable<Dialect> dialects, Func<Dialect, PayloadReading> read) =>
        dialects.Select(dialect => new DialectReading(dialect, read(dialect)))
            .OrderBy(candidate => candidate.Reading.Unmapped.Count).ThenByDescending(candidate => candidate.Reading.Facts.Count)
            .FirstOrDefault();

    private static List<Dialect> Best(IEnumerable<Dialect> dialects, Func<Dialect, IReadOnlyList<DialectMark>> marks, JsonElement payload)
    {
        var scored = dialects.Select(dialect => (Dialect: dialect, Seen: marks(dialect).Count(mark => mark.IsIn(payload))))
            .Where(candidate => candidate.Seen > 0).ToList();
        if (scored.Count == 0) return [];
        var most = scored.Max(candidate => candidate.Seen);
        var fitting = scored.Where(candidate => candidate.Seen == most).Select(candidate => candidate.Dialect).ToList();
        if (most == 1) return fitting;
        var least = fitting.Min(dialect => marks(dialect).Count);
        return fitting.Where(dialect => marks(dialect).Count == least).ToList();
    }
}
