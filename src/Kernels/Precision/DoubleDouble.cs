using System.Globalization;
using System.Numerics;

namespace Voltloop.Kernels.Precision;

/// <summary>
/// A number of about 32 decimal digits as the sum of two doubles (Dekker 1971; Hida, Li and Bailey 2001), for sums and
/// factorisations whose digits cancel. Decimals are read as they are written, not as the nearest double.
/// </summary>
/// <param name="High">The nearest double.</param>
/// <param name="Low">What it leaves.</param>
public readonly record struct DoubleDouble(double High, double Low)
{
    /// <summary>0.</summary>
    public static readonly DoubleDouble Zero = new(0, 0);

    /// <summary>1.</summary>
    public static readonly DoubleDouble One = new(1, 0);

    /// <summary>A double as it is.</summary>
    public static implicit operator DoubleDouble(double value) => new(value, 0);

    /// <summary>The nearest double.</summary>
    public static explicit operator double(DoubleDouble value) => value.High + value.Low;

    /// <summary>Sum.</summary>
    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var (high, low) = (TwoSum(a.High, b.High), TwoSum(a.Low, b.Low));
        var first = QuickSum(high.High, high.Low + low.High);
        return QuickSum(first.High, first.Low + low.Low);
    }

    /// <summary>The number with the other sign.</summary>
    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    /// <summary>Difference.</summary>
    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    /// <summary>Product.</summary>
    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var high = a.High * b.High;
        var low = Math.FusedMultiplyAdd(a.High, b.High, -high);
        return QuickSum(high, low + ((a.High * b.Low) + (a.Low * b.High)));
    }

    /// <summary>Quotient.</summary>
    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        var first = a.High / b.High;
        var rest = a - (b * first);
        var second = rest.High / b.High;
        rest -= b * second;
        return QuickSum(first, second) + (rest.High / b.High);
    }

    /// <summary>Order of two numbers.</summary>
    public static bool operator <(DoubleDouble a, DoubleDouble b) => a.High < b.High || (a.High == b.High && a.Low < b.Low);

    /// <summary>Order of two numbers.</summary>
    public static bool operator >(DoubleDouble a, DoubleDouble b) => b < a;

    /// <summary>Square root of a number that is 0 or more.</summary>
    public static DoubleDouble Sqrt(DoubleDouble value)
    {
        if (value.High <= 0) return Zero;
        DoubleDouble root = Math.Sqrt(value.High);
        // One step of Newton doubles the digits.
        return root + ((value - (root * root)) / (root + root));
    }

    /// <summary>Exponential: the argument less multiples of ln 2, then a 512th of the rest by its series, squared nine times. Right to about 29 digits between -700 and 700.</summary>
    public static DoubleDouble Exp(DoubleDouble value)
    {
        const int Terms = 9, Squares = 9;
        var ln2 = new DoubleDouble(0.69314718055994529, 2.3190468138462996e-17);
        var twos = Math.Round(value.High / ln2.High);
        var rest = (value - (ln2 * twos)) * Math.ScaleB(1, -Squares);
        var (sum, term) = (One, One);
        for (var k = 1; k <= Terms; k++)
        {
            term = term * rest / k;
            sum += term;
        }

        for (var k = 0; k < Squares; k++) sum *= sum;
        return new(Math.ScaleB(sum.High, (int)twos), Math.ScaleB(sum.Low, (int)twos));
    }

    /// <summary>Reads a decimal to all its digits (up to 30 or so count); <c>null</c> when it is none.</summary>
    public static DoubleDouble? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var nearest) || !double.IsFinite(nearest)) return null;
        var mark = text.IndexOfAny('e', 'E');
        var exponent = 0;
        // An exponent that is no number of its own belongs to nothing (or to one so small that it is nothing).
        if (nearest == 0 || (mark >= 0 && !int.TryParse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))) return nearest;
        var digits = mark < 0 ? text : text[..mark];
        var point = digits.IndexOf('.');
        if (point >= 0) exponent -= digits.Length - point - 1;
        var whole = BigInteger.Parse(point < 0 ? digits.ToString() : string.Concat(digits[..point], digits[(point + 1)..]), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (Math.Abs(exponent) > 300) return nearest;
        DoubleDouble value = (double)whole;
        value += (double)(whole - new BigInteger((double)whole));
        var power = Power(10, Math.Abs(exponent));
        return exponent < 0 ? value / power : value * power;
    }

    private static DoubleDouble Power(DoubleDouble number, int power)
    {
        var result = One;
        for (; power > 0; power >>= 1)
        {
            if ((power & 1) != 0) result *= number;
            number *= number;
        }

        return result;
    }

    private static DoubleDouble TwoSum(double a, double b)
    {
        var sum = a + b;
        var other = sum - a;
        return new DoubleDouble(sum, (a - (sum - other)) + (b - other));
    }

    private static DoubleDouble QuickSum(double a, double b)
    {
        var sum = a + b;
        return new DoubleDouble(sum, b - (sum - a));
    }
}
