using System.Globalization;
using Voltloop.Core.Problems;

namespace Voltloop.Passport.ListChanges;

/// <summary>Which changes to list.</summary>
/// <param name="Before">Changes that were recorded before this moment.</param>
/// <param name="Limit">Most changes on the page; more when several were recorded at the very same moment.</param>
/// <param name="Audience">Who reads.</param>
public sealed record ChangeQuery(DateTimeOffset Before, int Limit, string Audience)
{
    /// <summary>Changes of a page when nobody says how many.</summary>
    public const int UsualLimit = 100;

    /// <summary>Most changes of a page.</summary>
    public const int MaxLimit = 1000;

    /// <summary>Reads a cursor and a limit.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.BadRequest"/>.</exception>
    public static ChangeQuery Read(string? cursor, string? limit, string audience)
    {
        var size = string.IsNullOrEmpty(limit) ? UsualLimit : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        if (size is < 1 or > MaxLimit) throw new ProblemException(CommonProblems.BadRequest, $"limit must be 1 to {MaxLimit.ToString(CultureInfo.InvariantCulture)} (ChangeQuery.MaxLimit).", "limit");
        return new ChangeQuery(Moment(cursor), size, audience);
    }

    /// <summary>The cursor of what follows a change.</summary>
    public static string After(DateTimeOffset timestamp) => timestamp.UtcTicks.ToString("x", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor)) return DateTimeOffset.MaxValue;
        var good = long.TryParse(cursor, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks) && ticks > 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks;
        return good ? new DateTimeOffset(ticks, TimeSpan.Zero) : throw new ProblemException(CommonProblems.BadRequest, "The cursor is not one of this list.", "cursor");
    }
}
