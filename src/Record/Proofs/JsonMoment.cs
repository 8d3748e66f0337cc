using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs;

/// <summary>Moments as XML Schema dateTimeStamp, which W3C credentials use: with time and zone.</summary>
internal static partial class JsonMoment
{
    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The moment of a member; <c>null</c> when it is absent.</summary>
    /// <exception cref="ProblemException">The member is no moment.</exception>
    public static DateTimeOffset? Read(JsonElement value, string name) => JsonRead.Member(value, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text when TryRead(text.GetString()!) is { } moment => moment,
        _ => throw Refusal.Because(CommonProblems.MalformedInput, $"{name} is not a moment with time zone."),
    };

    public static DateTimeOffset? TryRead(string text) =>
        Stamp().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stamp();
}
