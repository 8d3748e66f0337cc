using System.Globalization;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>Writes an empty sheet for a category: a heading for each term that the category may be asked for.</summary>
internal sealed class SheetTemplate(Vocabulary vocabulary)
{
    /// <summary>The sheet as CSV (RFC 4180, UTF-8).</summary>
    /// <param name="category">ev, lmt, industrial or industrialStationary.</param>
    /// <exception cref="ProblemException">There are no rules for the category.</exception>
    public string Write(string category)
    {
        if (!vocabulary.Categories.Contains(category, StringComparer.Ordinal))
        {
            throw new ProblemException(
                CommonProblems.InvalidValue, $"There are no rules for the category \"{category}\".", "category", $"Use one of {string.Join(", ", vocabulary.Categories)}.");
        }

        var columns = Columns(category).ToList();
        var text = new StringBuilder();
        Line(text, ["#", "", .. columns.Select(column => $"{column.Point.Id} {Word(column.Rule.Status)}")]);
        Line(text, ["id", "model", .. columns.Select(column => Heading(column.Term))]);
        return text.ToString();
    }

    private IEnumerable<(DataPoint Point, CompletenessRule Rule, Term Term)> Columns(string category) =>
        from point in vocabulary.DataPoints
        let rule = vocabulary.RulesOf(point.Id, category).LastOrDefault()
        where rule is not null && rule.Status != RuleStatus.NotToBeFilled
        from term in vocabulary.TermsOf(point)
        where term.Type != TermType.Structure
        select (point, rule, term);

    private static string Heading(Term term) => term.Unit is null ? term.Label : $"{term.Label} [{term.Unit}]";

    private static string Word(RuleStatus status) => status switch
    {
        RuleStatus.Mandatory => "mandatory",
        RuleStatus.CertainCases => "in certain cases",
        _ => "optional",
    };

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : string.Create(CultureInfo.InvariantCulture, $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
}
