using System.Globalization;
using Microsoft.AspNetCore.Http;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;

namespace Voltloop.Web.Http;

/// <summary>
/// The two times of a read, from the query parameters <c>validAt</c> and <c>knownAt</c>: ISO 8601, UTC when no offset is
/// given, a date alone meaning the end of that day. Absent parameters mean the newest.
/// </summary>
/// <param name="AsOf">Both times.</param>
public readonly record struct TimeParameters(AsOf AsOf)
{
    /// <summary>Binds the parameters of a minimal API endpoint.</summary>
    public static ValueTask<TimeParameters> BindAsync(HttpContext context) => ValueTask.FromResult(new TimeParameters(new AsOf(
        Read(context.Request.Query["validAt"], "validAt"),
        Read(context.Request.Query["knownAt"], "knownAt"))));

    /// <summary>Reads one moment.</summary>
    /// <param name="text">ISO 8601 date or date and time; <c>null</c> or empty for the newest.</param>
    /// <param name="name">Name of the parameter, for the problem.</param>
    /// <exception cref="ProblemException">The text is neither.</exception>
    public static DateTimeOffset Read(string? text, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return DateTimeOffset.MaxValue;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new DateTimeOffset(day, new TimeOnly(23, 59, 59, 999, 999), TimeSpan.Zero);
        }

        const DateTimeStyles Style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Style, out var moment)
            ? moment
            : throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is not a date or a moment.", name, "Write it like 2027-02-18 or 2027-02-18T12:00:00Z.");
    }
}
