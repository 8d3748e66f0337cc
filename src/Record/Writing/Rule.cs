using System.Buffers;
using System.Globalization;
using System.Text;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Writing;

/// <summary>Turns a broken rule into a named problem.</summary>
internal static class Rule
{
    public static void Require(bool kept, string otherwise, string at)
    {
        if (!kept)
        {
            throw new ProblemException(CommonProblems.InvalidValue, otherwise, at);
        }
    }

    public static void Limit(long count, long limit, string what, string at)
    {
        if (count > limit)
        {
            throw new ProblemException(
                CommonProblems.LimitExceeded,
                string.Create(CultureInfo.InvariantCulture, $"{what}: {count}; at most {limit} are accepted."),
                at);
        }
    }

    /// <summary>A text that may be empty: well-formed Unicode, no NUL, not too long.</summary>
    public static void Text(string? text, int limit, string what, string at)
    {
        if (text is null)
        {
            throw new ProblemException(CommonProblems.InvalidValue, $"The {what} is missing.", at);
        }

        Limit(text.Length, limit, what, at);
        if (!IsWellFormed(text))
        {
            throw new ProblemException(CommonProblems.InvalidValue, $"The {what} is not well-formed Unicode text.", at);
        }
    }

    /// <summary>A text that says something.</summary>
    public static void Name(string? text, int limit, string what, string at)
    {
        Text(text, limit, what, at);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ProblemException(CommonProblems.InvalidValue, $"The {what} is empty.", at);
        }
    }

    private static bool IsWellFormed(string text)
    {
        if (Ascii.IsValid(text))
        {
            return !text.Contains('\0', StringComparison.Ordinal);
        }

        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != OperationStatus.Done || rune.Value == 0)
            {
                return false;
            }

            rest = rest[used..];
        }

        return true;
    }
}
