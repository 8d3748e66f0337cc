using Voltloop.Core.Problems;
using Voltloop.Core.Quantities;
using Voltloop.Record.Importing;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>
/// Reads the headings. A heading is a term's identifier or label, with a unit in brackets where it is not the term's own.
/// Rows that begin with <c>#map</c> give a heading of one's own its meaning: <c>#map, heading, term, unit</c>.
/// </summary>
internal sealed class SheetHeader
{
    private const string Remark = "#";
    private const string Map = "#map";
    private readonly IVocabulary _vocabulary;
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, (string Term, string Unit)> _own = new(StringComparer.OrdinalIgnoreCase);

    private SheetHeader(IVocabulary vocabulary) => _vocabulary = vocabulary;

    /// <summary>The columns that are read.</summary>
    public IReadOnlyList<SheetColumn> Columns { get; private set; } = [];

    /// <summary>Unknown headings, units that do not fit, headings given twice.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Rows below the headings, without remarks.</summary>
    public IReadOnlyList<SheetRow> Body { get; private set; } = [];

    /// <summary>Reads the headings of a sheet.</summary>
    /// <exception cref="ProblemException">There is no row of headings, or no column <c>id</c>.</exception>
    public static SheetHeader Read(SheetContent content, IVocabulary vocabulary)
    {
        var header = new SheetHeader(vocabulary);
        foreach (var row in content.Rows.Where(row => row[0].Text.Equals(Map, StringComparison.OrdinalIgnoreCase))) header._own[row[1].Text] = (row[2].Text, row[3].Text);
        var rows = content.Rows.Where(row => !row[0].Text.StartsWith(Remark, StringComparison.Ordinal)).ToList();
        if (rows.Count == 0) throw new ProblemException(CommonProblems.MalformedInput, "The sheet has no row of headings.");
        header.Columns = Enumerable.Range(0, rows[0].Cells.Count).Select(column => header.Column(rows[0], column)).OfType<SheetColumn>().ToList();
        if (!header.Columns.Any(column => column.Role == SheetColumn.IdRole))
            throw new ProblemException(CommonProblems.MalformedInput, "No column has the heading \"id\".", null, "Give each row the identifier of its battery or model in a column \"id\".");
        header.Body = rows.Skip(1).ToList();
        return header;
    }

    /// <summary>Name and unit of a heading such as <c>Rated capacity [mAh]</c>.</summary>
    public static (string Name, string Unit) Split(string heading)
    {
        var open = heading.LastIndexOf('[');
        return open > 0 && heading.EndsWith(']') ? (heading[..open].Trim(), heading[(open + 1)..^1].Trim()) : (heading.Trim(), "");
    }

    private SheetColumn? Column(SheetRow row, int index)
    {
        var heading = row[index].Text;
        var at = SheetCell.Name(index, row.Number);
        if (heading.Length == 0) return null;
        if (heading.ToLowerInvariant() is SheetColumn.IdRole or SheetColumn.ModelRole) return new SheetColumn(index, heading.ToLowerInvariant(), null, null);
        var (name, unit) = _own.TryGetValue(heading, out var own) ? own : Split(heading);
        if (Find(name) is not { } term)
        {
            _findings.Add(new Finding(FindingSeverity.Warning, "unknown-column", $"\"{heading}\" is no term: the column is not read. A row \"#map, {heading}, TERM, UNIT\" can give it a meaning.", at));
            return null;
        }

        return Column(index, term, unit, at);
    }

    private SheetColumn? Column(int index, Term term, string unit, string at)
    {
        try
        {
            return new SheetColumn(index, SheetColumn.TermRole, term, UnitOf(term, unit));
        }
        catch (ProblemException fault)
        {
            _findings.Add(new Finding(FindingSeverity.Error, fault.Problem.Kind.Code, $"{term.Label}: {fault.Problem.Detail} {fault.Problem.Remedy}".Trim(), at));
            return null;
        }
    }

    private static Unit? UnitOf(Term term, string unit)
    {
        if (unit.Length == 0 || string.Equals(unit, term.Unit, StringComparison.Ordinal)) return null;
        if (term.Unit is null) throw new ProblemException(UnitProblems.UnitMismatch, $"it has no unit, so \"{unit}\" does not fit.");
        var own = Unit.Parse(term.Unit);
        return Unit.Parse(unit, own.Dimension);
    }

    private Term? Find(string name) =>
        _vocabulary.Find(name) ?? _vocabulary.Terms.FirstOrDefault(term => string.Equals(term.Label, name, StringComparison.OrdinalIgnoreCase) || string.Equals(term.Id, name, StringComparison.OrdinalIgnoreCase));
}
