using System.Globalization;
using Voltloop.Core.Problems;

namespace Voltloop.Core.Identities;

/// <summary>
/// Check digit of the numeric GS1 keys: weights 3 and 1 alternate from the right, and the digit fills the sum up to
/// the next ten (GS1 General Specifications 7.9.1). It detects every wrong single digit.
/// </summary>
public static class Gs1CheckDigit
{
    /// <summary>Check digit, 0 to 9, of digits that do not carry one yet.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/> when a character is not a digit.</exception>
    public static int Compute(ReadOnlySpan<char> payload)
    {
        if (payload.IsEmpty || !Gs1Characters.AreDigits(payload))
            throw new ProblemException(CommonProblems.InvalidIdentifier, $"\"{payload}\": only digits have a check digit.");

        return Weigh(payload);
    }

    /// <summary>The digits with their check digit behind them.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/> when a character is not a digit.</exception>
    public static string Append(string payload) => payload + Compute(payload).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the last digit is the check digit of those before it.</summary>
    public static bool IsValid(ReadOnlySpan<char> digits) =>
        digits.Length > 1 && Gs1Characters.AreDigits(digits) && digits[^1] - '0' == Weigh(digits[..^1]);

    /// <summary>Says which digit was expected, or null when the check digit is right.</summary>
    internal static string? Reason(ReadOnlySpan<char> digits) =>
        IsValid(digits) ? null : $"the check digit is {digits[^1]}, but {digits[..^1]} has the check digit {Weigh(digits[..^1])}";

    private static int Weigh(ReadOnlySpan<char> payload)
    {
        var sum = 0;
        for (var i = 0; i < payload.Length; i++)
            sum += (payload[^(i + 1)] - '0') * (i % 2 == 0 ? 3 : 1);
        return (10 - (sum % 10)) % 10;
    }
}
