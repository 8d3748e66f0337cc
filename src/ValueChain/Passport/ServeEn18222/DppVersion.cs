using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Record.Log;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Compares the version that a caller read with the one that holds (RFC 9110, 13.1.1).</summary>
internal static class DppVersion
{
    /// <summary>The version that begins with a write.</summary>
    /// <param name="newest">Moment of the newest write to the thing or its model; <c>null</c> when nothing was ever stated.</param>
    public static string Of(DateTimeOffset? newest) =>
        newest is { } moment ? RecordTime.ToMicroseconds(moment).ToString("x", CultureInfo.InvariantCulture) : "0";

    /// <summary>Refuses when If-Match names other versions only. A tag is a version, a dash, and a hash of the answer.</summary>
    /// <param name="ifMatch">Header; <c>null</c> when the caller does not mind.</param>
    /// <param name="version">Version that holds.</param>
    /// <exception cref="ProblemException"><see cref="En18222Problems.Changed"/>.</exception>
    public static void Check(string? ifMatch, string version)
    {
        if (string.IsNullOrEmpty(ifMatch)) return;
        var tags = ifMatch.Split(',', StringSplitOptions.TrimEntries);
        if (tags.Any(tag => tag == "*" || tag.StartsWith($"\"{version}-", StringComparison.Ordinal))) return;
        throw new ProblemException(En18222Problems.Changed, "The passport has another version than the one named.", "If-Match", "Read it again and repeat the change.");
    }
}
