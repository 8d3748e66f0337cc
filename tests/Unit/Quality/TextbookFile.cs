using System.Globalization;

namespace Voltloop.Tests.Unit.Quality;

/// <summary>Reads textbook files: rows of numbers, whatever separates them; other words are NaN.</summary>
internal static class TextbookFile
{
    /// <summary>Rows that begin with a number.</summary>
    public static double[][] Rows(params string[] path) =>
        [.. File.ReadLines(SharedData.Require(["quality", .. path])).Select(line => line.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray()).Where(row => row.Length > 0 && double.IsFinite(row[0]))];

    private static double Number(string text) => double.TryParse(text.Trim('"'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}
