using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Voltloop.Health.ReadTables;

/// <summary>Reads one number from UTF-8 text.</summary>
internal static class FieldNumber
{
    private const ulong ExactMantissa = 1UL << 53;
    private const int ExactPower = 22;
    private const double MostMantissa = 1e19;
    private const double Undecided = 1e-9;
    private const ulong HighHalves = 0xF0F0F0F0F0F0F0F0;
    private const ulong LowHalves = 0x0F0F0F0F0F0F0F0F;
    private const ulong Sixes = 0x0606060606060606;
    private const ulong Threes = 0x3333333333333333;
    private const ulong FractionBits = (1UL << 52) - 1;

    private static readonly double[] Powers = [.. Enumerable.Range(0, ExactPower + 1).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    /// <summary>
    /// Reads plain decimals exactly by one division (Clinger 1990: mantissa below 2^53, power of ten up to 22), longer
    /// ones by a division with its rest, and leaves all else to the base library. Spaces around are ignored.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> field, out double value)
    {
        field = field.Trim((byte)' ');
        return TryReadPlain(field, out value) || double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    // Two loops over the bytes, kept together because they decide the speed of every import.
    private static bool TryReadPlain(ReadOnlySpan<byte> field, out double value)
    {
        var (mantissa, decimals) = (0UL, 0);
        var negative = field.Length > 0 && field[0] == '-';
        var i = negative ? 1 : 0;
        var digits = -i;
        mantissa = Digits(field, ref i, mantissa);
        digits += i;
        if (i < field.Length && field[i] == '.')
        {
            var point = ++i;
            mantissa = Digits(field, ref i, mantissa);
            decimals = i - point;
            digits += decimals;
        }

        value = 0;
        if (i != field.Length || digits is 0 or > 19 || decimals > ExactPower) return false;
        if (mantissa <= ExactMantissa) value = mantissa / Powers[decimals];
        else if (!TryDivide(mantissa, Powers[decimals], out value)) return false;
        value = negative ? -value : value;
        return true;
    }

    // Eight digits at once where there are as many: their bytes are added in pairs, then in fours, then all.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Digits(ReadOnlySpan<byte> field, ref int i, ulong before)
    {
        while (i + 8 <= field.Length)
        {
            var eight = BinaryPrimitives.ReadUInt64LittleEndian(field[i..]);
            if (((eight & HighHalves) | (((eight + Sixes) & HighHalves) >> 4)) != Threes) break;
            eight = (eight & LowHalves) * 2561 >> 8;
            eight = (eight & 0x00FF00FF00FF00FF) * 6553601 >> 16;
            before = before * 100_000_000 + ((eight & 0x0000FFFF0000FFFF) * 42949672960001 >> 32);
            i += 8;
        }

        uint digit;
        for (; i < field.Length && (digit = (uint)(field[i] - '0')) <= 9; i++) before = before * 10 + digit;
        return before;
    }

    // Seventeen to nineteen digits: the quotient and what remains of it, unless they lie so near the middle between two
    // doubles that only all digits can tell (then false).
    private static bool TryDivide(ulong mantissa, double power, out double value)
    {
        double high = mantissa;
        var low = (double)(long)(mantissa - (ulong)high);
        var quotient = high / power;
        var rest = (Math.FusedMultiplyAdd(-quotient, power, high) + low) / power;
        value = quotient + rest;
        var beyond = Math.Abs(rest - (value - quotient));
        var half = (Math.BitIncrement(value) - value) / 2;
        return high < MostMantissa && half - beyond > half * Undecided && (BitConverter.DoubleToUInt64Bits(value) & FractionBits) != 0;
    }
}
