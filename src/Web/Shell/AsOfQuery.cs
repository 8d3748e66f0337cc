using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;

namespace Voltloop.Web.Shell;

/// <summary>Reads the two moments of a page from its query parameters <c>validAt</c> and <c>knownAt</c>.</summary>
public static class AsOfQuery
{
    private const double MicrosecondsOfDay = 24L * 60 * 60 * 1_000_000;
    private static readonly string[] Days = ["yyyy-MM-dd"];

    /// <summary>
    /// The moments asked for; empty means the latest. A day without a time means the end of that day (UTC), so that what
    /// happened on the day is seen.
    /// </summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.BadRequest"/> when a text is not an ISO 8601 date or moment.</exception>
    public static AsOf Parse(string? validAt, string? knownAt) => new(Moment(validAt, "validAt"), Moment(knownAt, "knownAt"));

    private static DateTimeOffset Moment(string? text, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return DateTimeOffset.MaxValue;
        }

        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, Days, CultureInfo.InvariantCulture, utc, out var day))
        {
            return day.AddMicroseconds(MicrosecondsOfDay - 1);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, utc, out var moment)
            ? moment
            : throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is not a date or moment.", name, "Use ISO 8601, for example 2027-02-18 or 2027-02-18T09:30:00Z.");
    }
}
