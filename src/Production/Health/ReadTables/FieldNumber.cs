using System.Globalization;

namespace Voltloop.Health.ReadTables;

/// <summary>Reads one number from UTF-8 text.</summary>
internal static class FieldNumber
{
    private const ulong ExactMantissa = 1UL << 53;
    private const int ExactPower = 22;

    private static readonly double[] Powers = [.. Enumerable.Range(0, ExactPower + 1).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    /// <summary>
    /// Reads plain decimals exactly by one division (Clinger 1990: mantissa below 2^53, power of ten up to 22) and leaves
    /// all else to the base library. Spaces around are ignored.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> field, out double value)
    {
        field = field.Trim((byte)' ');
        return TryReadPlain(field, out value) || double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    // One loop over the bytes, kept together because it decides the speed of every import.
    private static bool TryReadPlain(ReadOnlySpan<byte> field, out double value)
    {
        var (mantissa, digits, decimals, i) = (0UL, 0, -1, 0);
        var negative = field.Length > 0 && field[0] == '-';
        for (i = negative ? 1 : 0; i < field.Length; i++)
        {
            var digit = (uint)(field[i] - '0');
            if (digit <= 9)
            {
                mantissa = mantissa * 10 + digit;
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
            }
            else if (field[i] == '.' && decimals < 0)
            {
                decimals = 0;
            }
            else
            {
                break;
            }
        }

        var plain = i == field.Length && digits is > 0 and <= 19 && mantissa <= ExactMantissa && decimals <= ExactPower;
        value = plain ? mantissa / Powers[Math.Max(decimals, 0)] : 0;
        value = negative ? -value : value;
        return plain;
    }
}
