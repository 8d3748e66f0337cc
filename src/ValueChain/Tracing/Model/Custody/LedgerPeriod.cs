using System.Globalization;

namespace Voltloop.Tracing.Model.Custody;

/// <summary>A stretch of time that is balanced: from its first moment to before its last (UTC).</summary>
/// <param name="From">First moment.</param>
/// <param name="To">First moment after it.</param>
internal readonly record struct LedgerPeriod(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Most periods of one balance.</summary>
    public const int Most = 1200;

    /// <summary>Part of a year.</summary>
    public double Years => (To - From).TotalDays / 365.25;

    /// <summary>Whether a moment lies in it.</summary>
    public bool Holds(DateTimeOffset at) => at >= From && at < To;

    /// <summary>The same from the beginning of this to the end of another.</summary>
    public LedgerPeriod Until(LedgerPeriod last) => new(From, last.To);

    /// <summary>As 2027-01 for a month, else as first and last day.</summary>
    public override string ToString() => From.Day == 1 && To == From.AddMonths(1)
        ? From.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd} to {To.AddTicks(-1):yyyy-MM-dd}");

    /// <summary>Calendar periods of one length that cover a time.</summary>
    public static IReadOnlyList<LedgerPeriod> Cover(DateTimeOffset from, DateTimeOffset to, PeriodLength length)
    {
        var periods = new List<LedgerPeriod>();
        for (var start = Start(from.UtcDateTime, length); start < to && periods.Count < Most; start = periods[^1].To) periods.Add(new LedgerPeriod(start, Next(start, length)));
        return periods;
    }

    private static DateTimeOffset Start(DateTime at, PeriodLength length) => length switch
    {
        PeriodLength.Week => new DateTimeOffset(at.Date.AddDays(-(((int)at.DayOfWeek + 6) % 7)), TimeSpan.Zero),
        PeriodLength.Month => new DateTimeOffset(at.Year, at.Month, 1, 0, 0, 0, TimeSpan.Zero),
        PeriodLength.Quarter => new DateTimeOffset(at.Year, ((at.Month - 1) / 3 * 3) + 1, 1, 0, 0, 0, TimeSpan.Zero),
        _ => new DateTimeOffset(at.Year, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };

    private static DateTimeOffset Next(DateTimeOffset start, PeriodLength length) => length switch
    {
        PeriodLength.Week => start.AddDays(7),
        PeriodLength.Month => start.AddMonths(1),
        PeriodLength.Quarter => start.AddMonths(3),
        _ => start.AddYears(1),
    };
}
