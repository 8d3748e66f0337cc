using System.Collections.Concurrent;
using System.Globalization;

namespace Voltloop.Passport.Model.En18223;

/// <summary>Element ids of sections, from the groups of the vocabulary.</summary>
internal static class SectionNames
{
    // As many as the vocabulary has groups.
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary><c>Identity and product</c> becomes <c>identityAndProduct</c>.</summary>
    public static string Of(string group) => Known.GetOrAdd(group, Joined);

    private static string Joined(string group)
    {
        var words = group.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToLowerInvariant());
        return string.Concat(words.Select((word, index) => index == 0 ? word : char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
    }
}
