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

    /// <summary>Reads a date; false when the field is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> field, out double packed)
    {
        field = field.Trim((byte)' ');
        packed = double.NaN;
        if (FieldNumber.TryRead(field, out var number))
        {
            packed = FromNumber(number);
            return !double.IsNaN(packed);
        }

        Span<int> parts = stackalloc int[3];
        return TakeDate(ref field, parts, out var isYearFirst) && TryReadClock(field.TrimStart("T "u8), out var second)
            && TryPack(parts, isYearFirst, second, out packed);
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
