using System.Globalization;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Core.Quantities;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>Turns a cell into the value of a term.</summary>
internal static class SheetValue
{
    private const double FirstLikelyDay = 10_000;
    private const double LastLikelyDay = 100_000;
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-MM"];

    /// <summary>The value in the unit of the term.</summary>
    /// <exception cref="ProblemException">What is wrong with the cell.</exception>
    public static StatementValue Read(SheetColumn column, SheetCell cell) => column.Term!.Type switch
    {
        TermType.Number => Number(column, cell),
        TermType.Boolean => Boolean(cell),
        TermType.Date => Day(cell),
        TermType.Structure => Structure(cell),
        TermType.Link => Link(cell),
        _ => StatementValue.Of(cell.Text),
    };

    private static StatementValue Number(SheetColumn column, SheetCell cell)
    {
        if (cell.Kind is SheetCellKind.Date or SheetCellKind.Boolean) throw Wrong("not-a-number", $"\"{cell.Text}\" is not a number");
        if (!double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            throw cell.Text.Contains(',', StringComparison.Ordinal)
                ? Wrong("decimal-comma", $"\"{cell.Text}\" has a comma: write numbers with a point and without separators, for example 3.7")
                : Wrong("not-a-number", $"\"{cell.Text}\" is not a number; a unit goes to the heading");
        }

        return column.Unit is null ? StatementValue.Of(number) : StatementValue.Of(Unit.Convert(number, column.Unit, Unit.Parse(column.Term!.Unit!)));
    }

    private static StatementValue Boolean(SheetCell cell) => cell.Text.ToLowerInvariant() switch
    {
        "true" or "yes" or "1" => StatementValue.FromStoredJson("true"),
        "false" or "no" or "0" => StatementValue.FromStoredJson("false"),
        _ => throw Wrong("not-true-or-false", $"\"{cell.Text}\" is neither true nor false"),
    };

    private static StatementValue Day(SheetCell cell)
    {
        if (cell.Kind == SheetCellKind.Date || DateTime.TryParseExact(cell.Text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return StatementValue.Of(cell.Text);
        if (double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > FirstLikelyDay and < LastLikelyDay)
            throw Wrong("date-as-number", $"\"{cell.Text}\" is a number; if a spreadsheet program meant {DateTime.FromOADate(number):yyyy-MM-dd}, format the cell as a date");
        throw Wrong("date-malformed", $"\"{cell.Text}\" is not a day written yyyy-mm-dd");
    }

    private static StatementValue Structure(SheetCell cell)
    {
        try
        {
            var value = StatementValue.Of(JsonSerializer.Deserialize<JsonElement>(cell.Text));
            return VocabularyCheckedWriter.Fits(value, TermType.Structure) ? value : throw Wrong("not-a-structure", "an object or a list in JSON is expected");
        }
        catch (JsonException)
        {
            throw Wrong("not-a-structure", "an object or a list in JSON is expected");
        }
    }

    private static StatementValue Link(SheetCell cell)
    {
        var value = StatementValue.Of(cell.Text);
        return VocabularyCheckedWriter.Fits(value, TermType.Link) ? value : throw Wrong("not-a-link", $"\"{cell.Text}\" is no absolute address");
    }

    private static ProblemException Wrong(string code, string what) => new(new ProblemKind(code, "A cell does not hold what its column asks for.", 422, 2), what + ".");
}
