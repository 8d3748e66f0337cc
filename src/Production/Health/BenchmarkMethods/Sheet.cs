using System.Globalization;
using Voltloop.Core.Problems;

namespace Voltloop.Health.BenchmarkMethods;

/// <summary>A sheet of a workbook whose first row names the columns.</summary>
/// <param name="Name">Name of the sheet.</param>
/// <param name="Headers">Names of the columns.</param>
/// <param name="Rows">Cells as they were read.</param>
internal sealed record Sheet(string Name, string[] Headers, IReadOnlyList<object?[]> Rows)
{
    /// <summary>Place of a column.</summary>
    /// <exception cref="ProblemException">There is none of that name.</exception>
    public int Column(string header)
    {
        var place = Array.IndexOf(Headers, header);
        return place >= 0 ? place : throw new ProblemException(CommonProblems.MalformedInput, $"The sheet has no column \"{header}\".", Name);
    }

    /// <summary>The number in a cell; NaN where there is none.</summary>
    public double Number(int row, int column) => Rows[row][column] switch
    {
        double number => number,
        int whole => whole,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => double.NaN,
    };

    /// <summary>The text of a cell.</summary>
    public string Text(int row, int column) => Convert.ToString(Rows[row][column], CultureInfo.InvariantCulture)?.Trim() ?? "";
}
