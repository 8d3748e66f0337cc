using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Quality.StackTolerances;

/// <summary>A table of contributors, with the values that the line measured for its rows.</summary>
/// <param name="table">The table.</param>
/// <param name="live">Values by the words of a distribution such as <c>signal MACHINE SIGNAL DAY</c>.</param>
internal sealed class StackRows(DelimitedTable table, IReadOnlyDictionary<string, double[]>? live = null)
{
    /// <summary>What a table of contributors has.</summary>
    public const string Layout = "A row for each dimension: name, nominal, tolerance (or plus and minus), and where wanted sensitivity, count, distribution, stack, cost. A first row names the columns.";

    /// <summary>Distributions that a row may name.</summary>
    public const string Distributions = "normal, uniform, triangular, triangular MODE, beta A B (both 1 to 100), inspected, inspected SIGMA, measured (values in a column measured), signal MACHINE SIGNAL DAY, stack NAME.";

    /// <summary>Most rows.</summary>
    public const int MaxRows = 1_000;

    /// <summary>Most values measured of one dimension.</summary>
    public const int MaxValues = 20_000;

    /// <summary>Number of rows.</summary>
    public int Count => table.Rows.Count <= MaxRows ? table.Rows.Count
        : throw new ProblemException(CommonProblems.LimitExceeded, $"The table has {table.Rows.Count} rows; the limit StackRows.MaxRows is {MaxRows}.", table.Name);

    /// <summary>Whether there is a column.</summary>
    public bool Has(string column) => table.Find(column) >= 0;

    /// <summary>Where a row is, for messages.</summary>
    public string Place(int row) => $"{table.Name}, row {row + 1}{(Text(row, "name") is { } name ? $" ({name})" : "")}";

    /// <summary>Text of a field; <c>null</c> when it is empty or not there.</summary>
    public string? Text(int row, string column) => DelimitedTable.Text(table.Rows[row], table.Find(column));

    /// <summary>Number of a field; <paramref name="otherwise"/> when it is empty or not there.</summary>
    /// <exception cref="ProblemException">It is something else than a number.</exception>
    public double Number(int row, string column, double otherwise = double.NaN)
    {
        var at = table.Find(column);
        var value = at < 0 ? double.NaN : table.Value(row, at);
        return double.IsNaN(value) ? otherwise : value;
    }

    /// <summary>A number that must be there.</summary>
    /// <inheritdoc cref="Number" path="/exception"/>
    public double Required(int row, string column) => Number(row, column) is var value && double.IsFinite(value) ? value
        : throw new ProblemException(CommonProblems.InvalidValue, $"The {column} is missing.", Place(row));

    /// <summary>Measured values of a row: of the line, or of its column measured.</summary>
    /// <exception cref="ProblemException">There are too many, or one is no number.</exception>
    public double[] Values(int row)
    {
        if (Text(row, "distribution") is { } words && live is not null && live.TryGetValue(words, out var read)) return read;
        if (Text(row, "distribution")?.StartsWith("signal", StringComparison.Ordinal) == true) throw new ProblemException(CommonProblems.BadRequest, "Signals of machines are read from the record, which is not open here.", Place(row), "Use the page, HTTP, or --live in a terminal.");
        var texts = (Text(row, "measured") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (texts.Length > MaxValues) throw new ProblemException(CommonProblems.LimitExceeded, $"There are {texts.Length} values; the limit StackRows.MaxValues is {MaxValues}.", Place(row));
        return Array.ConvertAll(texts, text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value
            : throw new ProblemException(CommonProblems.InvalidValue, $"\"{text}\" is no number.", Place(row)));
    }
}
