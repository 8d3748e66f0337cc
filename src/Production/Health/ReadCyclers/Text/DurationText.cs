using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers.Text;

/// <summary>Reads durations such as <c>0d 00:00:5.05</c>, <c>12:00:00.5</c> and plain numbers.</summary>
internal static class DurationText
{
    private const double Day = 86400;

    /// <summary>Seconds of a duration; the number itself when it has no colon.</summary>
    public static bool TryRead(ReadOnlySpan<byte> field, out double second)
    {
        field = field.Trim((byte)' ');
        second = 0;
        if (field.Length == 8 && field[2] == ':' && field[5] == ':' && TryReadUsual(field, out second)) return true;
        var days = field.IndexOf((byte)'d');
        if (days > 0)
        {
            if (!FieldNumber.TryRead(field[..days], out second))
            {
                return false;
            }

            field = field[(days + 1)..].Trim((byte)' ');
        }

        return TryReadClock(field, out var clock) && AddDays(ref second, clock);
    }

    // 12:34:56, whose digits stand at known places.
    private static bool TryReadUsual(ReadOnlySpan<byte> field, out double second)
    {
        var sum = 0;
        for (var at = 0; at < field.Length; at += 3)
        {
            var (tens, ones) = ((uint)(field[at] - '0'), (uint)(field[at + 1] - '0'));
            if (tens > 9 || ones > 9)
            {
                second = 0;
                return false;
            }

            sum = sum * 60 + (int)(tens * 10 + ones);
        }

        second = sum;
        return true;
    }

    private static bool AddDays(ref double second, double clock)
    {
        second = second * Day + clock;
        return true;
    }

    // 1:02:03.5: what stands left of a colon counts sixty times what stands right of it.
    private static bool TryReadClock(ReadOnlySpan<byte> field, out double second)
    {
        second = 0;
        for (var parts = 0; parts < 3; parts++)
        {
            var colon = field.IndexOf((byte)':');
            if (!FieldNumber.TryRead(colon < 0 ? field : field[..colon], out var part))
            {
                return false;
            }

            second = second * 60 + part;
            if (colon < 0)
            {
                return true;
            }

            field = field[(colon + 1)..];
        }

        return false;
    }
}
