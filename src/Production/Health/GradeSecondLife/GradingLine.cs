using System.Globalization;
using Voltloop.Core.Problems;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>The cells of one line by the names of their columns.</summary>
/// <param name="Head">Places of the columns.</param>
/// <param name="Cells">The cells.</param>
/// <param name="Line">Line number.</param>
internal sealed record GradingLine(IReadOnlyDictionary<string, int> Head, string[] Cells, int Line)
{
    /// <summary>The text in a column; <c>null</c> when it is empty or there is no such column.</summary>
    public string? Text(string column)
    {
        if (!Head.TryGetValue(column, out var place)) return null;
        if (place >= Cells.Length) throw Wrong(column, "is missing: the line is too short");
        var text = Cells[place].Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>The number in a column.</summary>
    public double? Number(string column, (double Least, double Most) range)
    {
        if (Text(column) is not { } text) return null;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) throw Wrong(column, $"is \"{text}\", which is not a number");
        return number >= range.Least && number <= range.Most ? number : throw Wrong(column, string.Create(CultureInfo.InvariantCulture, $"is {number}; between {range.Least} and {range.Most} is needed"));
    }

    /// <summary>Whether a check was passed.</summary>
    public bool? Outcome(string column) => Text(column) switch
    {
        null => null,
        "pass" => true,
        "fail" => false,
        _ => throw Wrong(column, "is neither pass nor fail"),
    };

    /// <summary>The problem with a column.</summary>
    public ProblemException Wrong(string column, string what) => new(CommonProblems.InvalidValue, $"{column} {what}.", $"line {Line.ToString(CultureInfo.InvariantCulture)}");
}
