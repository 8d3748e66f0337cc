namespace Voltloop.Passport.Model;

/// <summary>CAS registry numbers: 2 to 7 digits, 2 digits and a check digit, with hyphens between.</summary>
internal static class CasNumber
{
    /// <summary>Why a text is not a CAS number; <c>null</c> when it is one.</summary>
    public static string? Fault(string text)
    {
        var parts = text.Split('-');
        if (parts.Length != 3 || parts[0].Length is < 2 or > 7 || parts[1].Length != 2 || parts[2].Length != 1
            || !parts.All(part => part.All(char.IsAsciiDigit)))
        {
            return text.Trim().Length != text.Length ? "it has a blank at an end" : "it is not written like 7439-93-2";
        }

        var check = CheckDigit(parts[0] + parts[1]);
        return check == parts[2][0] - '0' ? null : $"its check digit would be {check}";
    }

    // The digit before the check digit counts once, the one before it twice, and so on; the sum modulo 10 is the check digit.
    private static int CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++) sum += (digits[digits.Length - 1 - i] - '0') * (i + 1);
        return sum % 10;
    }
}
