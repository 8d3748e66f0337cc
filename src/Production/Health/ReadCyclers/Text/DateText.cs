using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers.Text;

/// <summary>
/// Reads a date with a time of day without deciding yet whether day or month comes first. The result is packed into one
/// double: seconds of the day below 86400, the parts of the date above; see <see cref="DateOrder"/>.
/// </summary>
internal static class DateText
{
    private const double OldestOleDay = 20_000;
    private const double LatestOleDay = 80_000;
    private const double OldestUnix = 1e8;
    private const int UsualLength = 19;

    /// <summary>Reads a date; false when the field is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> field, out double packed)
    {
        field = field.Trim((byte)' ');
        packed = double.NaN;
        if (field.Length == UsualLength && TryReadUsual(field, out packed)) return true;
        if (field.IndexOfAny((byte)'/', (byte)':') < 0 && FieldNumber.TryRead(field, out var number))
        {
            packed = FromNumber(number);
            return !double.IsNaN(packed);
        }

        Span<int> parts = stackalloc int[3];
        return TakeDate(ref field, parts, out var isYearFirst) && TryReadClock(field.TrimStart("T "u8), out var second)
            && TryPack(parts, isYearFirst, second, out packed);
    }

    // 07/11/2019 14:03:08 and 2019-07-11 14:03:08, whose parts stand at known places.
    private static bool TryReadUsual(ReadOnlySpan<byte> field, out double packed)
    {
        packed = double.NaN;
        if (field[13] != ':' || field[16] != ':' || field[10] is not ((byte)' ' or (byte)'T')) return false;
        var isYearFirst = IsMark(field[4]) && IsMark(field[7]);
        if (!isYearFirst && !(IsMark(field[2]) && IsMark(field[5]))) return false;
        var (year, first, other) = isYearFirst ? (0, 5, 8) : (6, 0, 3);
        var (hour, minute, second) = (Two(field, 11), Two(field, 14), Two(field, 17));
        ReadOnlySpan<int> parts = isYearFirst
            ? [Two(field, year) * 100 + Two(field, year + 2), Two(field, first), Two(field, other)]
            : [Two(field, first), Two(field, other), Two(field, year) * 100 + Two(field, year + 2)];
        return hour >= 0 && minute >= 0 && second >= 0 && Two(field, year) >= 0 && Two(field, year + 2) >= 0 && TryPack(parts, isYearFirst, hour * 3600 + minute * 60 + second, out packed);
    }

    private static bool IsMark(byte one) => one is (byte)'/' or (byte)'-' or (byte)'.';

    // Two digits as a number; far below zero when they are none.
    private static int Two(ReadOnlySpan<byte> field, int at)
    {
        var (tens, ones) = ((uint)(field[at] - '0'), (uint)(field[at + 1] - '0'));
        return tens <= 9 && ones <= 9 ? (int)(tens * 10 + ones) : -1_000_000;
    }

    private static double FromNumber(double number) => number is > OldestOleDay and < LatestOleDay
        ? DateOrder.PackUnix(Math.Round((number - DateOrder.OleDayOf1970) * 86400, 3)) : number > OldestUnix ? DateOrder.PackUnix(number) : double.NaN;

    private static bool TryPack(ReadOnlySpan<int> parts, bool isYearFirst, double second, out double packed)
    {
        var (first, other, year) = isYearFirst ? (parts[1], parts[2], parts[0]) : (parts[0], parts[1], parts[2]);
        year += year < 100 ? 2000 : 0;
        packed = DateOrder.Pack((first, other, year), isYearFirst, second);
        return first is >= 1 and <= 31 && other is >= 1 and <= 31 && year is >= 1970 and <= 2200 && second < 90_000;
    }

    private static bool TakeDate(ref ReadOnlySpan<byte> field, scoped Span<int> parts, out bool isYearFirst)
    {
        isYearFirst = false;
        for (var i = 0; i < 3; i++)
        {
            var digits = field.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            var width = digits < 0 ? field.Length : digits;
            if (width is 0 or > 4)
            {
                return false;
            }

            parts[i] = Whole(field[..width]);
            isYearFirst |= i == 0 && width == 4;
            field = field[width..];
            if (i < 2 && (field.IsEmpty || field[0] is not ((byte)'/' or (byte)'-' or (byte)'.')))
            {
                return false;
            }

            field = i < 2 ? field[1..] : field;
        }

        return true;
    }

    private static int Whole(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = value * 10 + digit - '0';
        }

        return value;
    }

    private static bool TryReadClock(ReadOnlySpan<byte> clock, out double second)
    {
        second = 0;
        if (clock.IsEmpty)
        {
            return true;
        }

        var isAfternoon = clock.EndsWith("PM"u8) || clock.EndsWith("pm"u8);
        var isTwelveHours = isAfternoon || clock.EndsWith("AM"u8) || clock.EndsWith("am"u8);
        clock = isTwelveHours ? clock[..^2].TrimEnd((byte)' ') : clock.TrimEnd((byte)'Z');
        if (clock.IndexOf((byte)':') < 0 || !DurationText.TryRead(clock, out second))
        {
            return false;
        }

        second += !isTwelveHours ? 0 : isAfternoon && second < 43200 ? 43200 : !isAfternoon && second >= 43200 ? -43200 : 0;
        return true;
    }
}
