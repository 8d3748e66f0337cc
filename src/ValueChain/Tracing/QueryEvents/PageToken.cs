using System.Globalization;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Tracing.Model.Query;

namespace Voltloop.Tracing.QueryEvents;

/// <summary>Where a page begins. It holds no state on the server, so it neither expires nor needs to be given back.</summary>
/// <param name="Cursor">Behind this event.</param>
/// <param name="Skip">Behind so many events, for orders that are not of time.</param>
/// <param name="Left">Events that are still wanted; <c>null</c> for all.</param>
internal sealed record PageToken(EventCursor? Cursor, int? Skip, int? Left)
{
    /// <summary>The token as text; it goes with one query only.</summary>
    public string Write(IReadOnlyList<QueryParameter> parameters) => Convert.ToHexStringLower(Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{Cursor?.EventTime}.{Cursor?.Number}.{Skip}.{Left}.{Mark(parameters)}")));

    /// <summary>Reads a token.</summary>
    /// <exception cref="ProblemException">It is none, or one of another query.</exception>
    public static PageToken? Read(string? text, IReadOnlyList<QueryParameter> parameters)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var parts = IsHex(text) ? Encoding.ASCII.GetString(Convert.FromHexString(text)).Split('.') : [];
        if (parts.Length != 5 || parts[4] != Mark(parameters)) throw new ProblemException(QueryProblems.BadParameter, "It belongs to another query.", "nextPageToken", "Send it with the parameters it was given for.");
        var cursor = Number(parts[0]) is { } time && Number(parts[1]) is { } number ? new EventCursor(time, number) : (EventCursor?)null;
        return new PageToken(cursor, (int?)Number(parts[2]), (int?)Number(parts[3]));
    }

    private static bool IsHex(string text) => text.Length is > 0 and < 400 && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);

    private static long? Number(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Mark(IReadOnlyList<QueryParameter> parameters)
    {
        var text = string.Join('&', parameters.Where(p => p.Name is not ("nextPageToken" or "perPage")).Select(p => $"{p.Name}={string.Join('|', p.Values)}").Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }
}
