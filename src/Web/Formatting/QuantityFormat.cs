using System.Globalization;

namespace Voltloop.Web.Formatting;

/// <summary>Numbers as people read them: the same everywhere, whatever the culture of the machine.</summary>
public static class QuantityFormat
{
    /// <summary>Significant digits when nothing else is asked for.</summary>
    public const int DefaultDigits = 4;

    private const double LargestPlain = 1e9;
    private const double SmallestPlain = 1e-4;

    /// <summary>
    /// A number with the given significant digits (1 to 15), grouped by commas; whole digits are never rounded away below
    /// 10^9, larger and smaller numbers are written with a power of ten. NaN becomes a dash.
    /// </summary>
    public static string Number(double value, int digits = DefaultDigits)
    {
        if (!double.IsFinite(value))
        {
            return "–";
        }

        var size = Math.Abs(value);
        return size != 0 && size is >= LargestPlain or < SmallestPlain and not 0 ? Scientific(value, digits) : Plain(value, size, digits);
    }

    /// <summary>A whole number, grouped by commas.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Decimals that show a value with the given significant digits, so that the bounds beside it line up.</summary>
    public static int Decimals(double value, int digits = DefaultDigits) =>
        value == 0 || !double.IsFinite(value) ? 0 : Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 12);

    /// <summary>A number with fixed decimals, grouped by commas.</summary>
    public static string Fixed(double value, int decimals) =>
        double.IsFinite(value) ? Unsigned(value, decimals).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : "–";

    // What rounds to nothing has no sign.
    private static double Unsigned(double value, int decimals) => Math.Abs(value) < 0.5 * Math.Pow(10, -decimals) ? 0 : value;

    private static string Plain(double value, double size, int digits)
    {
        var pattern = "#,0." + new string('#', Decimals(size, digits));
        return value.ToString(pattern, CultureInfo.InvariantCulture).Replace('-', '−');
    }

    private static string Scientific(double value, int digits)
    {
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var mantissa = value / Math.Pow(10, exponent);
        return $"{Plain(mantissa, Math.Abs(mantissa), digits)}\u00a0×\u00a010{Superscript(exponent)}";
    }

    private static string Superscript(int exponent) => string.Concat(exponent.ToString(CultureInfo.InvariantCulture).Select(c => c switch
    {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        _ => (char)('⁰' + (c - '0')),
    }));
}
