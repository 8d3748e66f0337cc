using System.Globalization;

namespace Voltloop.Core.Canonical;

/// <summary>Numbers as ECMAScript writes them (ECMA-262, Number::toString), which RFC 8785 requires.</summary>
public static class EcmaScriptNumber
{
    private const int PlainDigits = 21;
    private const int LeadingZeros = 6;

    /// <summary>The shortest text that reads back as the same double.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a number, or infinite: JSON has no such values.</exception>
    public static string Format(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "JSON knows finite numbers only.");
        }

        return value == 0 ? "0" : (value < 0 ? "-" : "") + Positive(Math.Abs(value));
    }

    private static string Positive(double value)
    {
        var (digits, point) = Decompose(value.ToString("R", CultureInfo.InvariantCulture));
        return point switch
        {
            <= PlainDigits when point >= digits.Length => digits + new string('0', point - digits.Length),
            <= PlainDigits and > 0 => $"{digits[..point]}.{digits[point..]}",
            <= 0 and > -LeadingZeros => $"0.{new string('0', -point)}{digits}",
            _ => Scientific(digits, point - 1),
        };
    }

    private static string Scientific(string digits, int exponent)
    {
        var fraction = digits.Length == 1 ? "" : $".{digits[1..]}";
        var sign = exponent < 0 ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{sign}{Math.Abs(exponent)}");
    }

    /// <summary>Significant digits and where the decimal point stands before or in them.</summary>
    private static (string Digits, int Point) Decompose(string shortest)
    {
        var e = shortest.IndexOf('E', StringComparison.Ordinal);
        var mantissa = e < 0 ? shortest : shortest[..e];
        var exponent = e < 0 ? 0 : int.Parse(shortest.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var point = exponent + (dot < 0 ? mantissa.Length : dot);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimStart('0');
        return (significant.TrimEnd('0'), point - (digits.Length - significant.Length));
    }
}
