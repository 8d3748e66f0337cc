using System.Globalization;
using Voltloop.Core.Problems;

namespace Voltloop.Web.Formatting;

/// <summary>Numbers of forms, where an empty field is no number.</summary>
public static class FormNumber
{
    /// <summary>The number; <c>null</c> for an empty field.</summary>
    /// <exception cref="ProblemException">It is something else.</exception>
    public static double? Of(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value
        : throw new ProblemException(CommonProblems.InvalidValue, $"\"{text}\" is no number.", field, "Write it like 0.5: numbers have a point as decimal mark.");
}
