using System.Globalization;
using Voltloop.Core.Problems;

namespace Voltloop.Passport.AssessReadiness;

/// <summary>The day on which the passport becomes law (Regulation (EU) 2023/1542, Article 77(1)).</summary>
internal static class PassportDay
{
    private static readonly DateOnly Law = new(2027, 2, 18);

    /// <summary>That day, or today once it has passed: until then the question is what will be missing on it.</summary>
    public static DateOnly Or(TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return today < Law ? Law : today;
    }

    /// <summary>Reads a day that a person wrote; the default when there is none.</summary>
    /// <exception cref="ProblemException">The text is not a day.</exception>
    public static DateOnly Read(string? text, string location, TimeProvider clock)
    {
        if (string.IsNullOrWhiteSpace(text)) return Or(clock);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is not a day.", location, "Write it like 2027-02-18.");
    }
}
