using System.Globalization;

namespace Voltloop.Passport.Model;

/// <summary>Multiplies and divides decimal texts by a factor: exactly where 28 digits suffice, else in double precision.</summary>
internal static class ExactScale
{
    /// <summary>The product as JSON number text, or <c>null</c> when it is not a finite number.</summary>
    public static string? Multiply(string number, decimal factor) => factor == 1
        ? number
        : Scale(number, exact => exact * factor, rough => rough * (double)factor);

    /// <summary>The quotient as JSON number text, or <c>null</c> when it is not a finite number.</summary>
    public static string? Divide(string number, decimal factor) => factor == 1
        ? number
        : Scale(number, exact => exact / factor, rough => rough / (double)factor);

    private static string? Scale(string number, Func<decimal, decimal> exact, Func<double, double> rough)
    {
        var style = NumberStyles.Float;
        try
        {
            if (decimal.TryParse(number, style, CultureInfo.InvariantCulture, out var value) && IsWhole(number, value))
                return exact(value).ToString("0.############################", CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            // Falls through: the magnitude needs double precision.
        }

        if (!double.TryParse(number, style, CultureInfo.InvariantCulture, out var approximate)) return null;
        var scaled = rough(approximate);
        return double.IsFinite(scaled) ? scaled.ToString("R", CultureInfo.InvariantCulture) : null;
    }

    // A decimal silently drops digits below 1e-28: such numbers go the other way.
    private static bool IsWhole(string number, decimal value) =>
        value != 0 ? Math.Abs(value) > 1e-12m : double.Parse(number, CultureInfo.InvariantCulture) == 0;
}
