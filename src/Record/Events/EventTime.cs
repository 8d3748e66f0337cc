using System.Globalization;

namespace Voltloop.Record.Events;

/// <summary>
/// A moment as events write it (xsd:dateTimeStamp, RFC 3339): any number of decimal places, an offset, and the leap second
/// <c>23:59:60</c>, which counts as the first moment of the next minute.
/// </summary>
/// <param name="Moment">The moment (UTC), cut to 100 nanoseconds.</param>
public readonly record struct EventTime(DateTimeOffset Moment)
{
    private const int DateLength = 19;
    private const int TickDigits = 7;

    /// <summary>Reads a moment; false when there is none, its offset is missing or a part is out of range.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EventTime time)
    {
        time = default;
        if (text.Length <= DateLength || text[10] is not ('T' or 't') || !Date(text, out var date)) return false;
        var rest = text[DateLength..];
        if (!Fraction(ref rest, out var ticks) || !Offset(rest, out var offset)) return false;
        var utc = date.Ticks + ticks - offset.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks) return false;
        time = new EventTime(new DateTimeOffset(utc, TimeSpan.Zero));
        return true;
    }

    /// <summary>Reads a moment that has been checked.</summary>
    public static DateTimeOffset Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var time) ? time.Moment : throw new FormatException($"\"{text}\" is not a moment.");

    /// <summary>In UTC with three decimal places, rounded half up.</summary>
    public string ToMilliseconds()
    {
        var half = TimeSpan.TicksPerMillisecond / 2;
        var ticks = Moment.Ticks > DateTime.MaxValue.Ticks - half ? Moment.Ticks : Moment.Ticks + half;
        return new DateTime(ticks - (ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    private static bool Date(ReadOnlySpan<char> text, out DateTime date)
    {
        var isLeap = text[17] == '6' && text[18] == '0' && text[14] == '5' && text[15] == '9';
        Span<char> plain = stackalloc char[DateLength];
        text[..DateLength].CopyTo(plain);
        plain[10] = 'T';
        if (isLeap) "59".CopyTo(plain[17..]);
        if (!DateTime.TryParseExact(plain, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) return false;
        if (isLeap) date = date.AddSeconds(date.Ticks < DateTime.MaxValue.Ticks - TimeSpan.TicksPerMinute ? 1 : 0);
        return true;
    }

    private static bool Fraction(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        if (rest.IsEmpty || rest[0] != '.') return !rest.IsEmpty;
        var end = rest[1..].IndexOfAnyExceptInRange('0', '9');
        if (end <= 0) return false;
        for (var i = 0; i < TickDigits; i++) ticks = (ticks * 10) + (i < end ? rest[1 + i] - '0' : 0);
        rest = rest[(1 + end)..];
        return true;
    }

    private static bool Offset(ReadOnlySpan<char> rest, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (rest is ['Z' or 'z']) return true;
        if (rest.Length != 6 || rest[0] is not ('+' or '-') || rest[3] != ':') return false;
        if (!Two(rest[1..3], 23, out var hours) || !Two(rest[4..6], 59, out var minutes)) return false;
        offset = new TimeSpan(hours, minutes, 0) * (rest[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool Two(ReadOnlySpan<char> text, int most, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= most;
}
