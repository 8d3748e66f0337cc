using System.Globalization;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Record.Importing;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ImportSpreadsheet;

/// <summary>Reads the rows of a sheet; a row with any fault gives findings and no facts.</summary>
internal sealed class SheetRows(SheetHeader header, ImportOptions options, Evidence evidence)
{
    private readonly Dictionary<ThingId, int> _seen = [];
    private readonly List<Finding> _faults = [];

    /// <summary>Faults of the rows, by cell.</summary>
    public IReadOnlyList<Finding> Faults => _faults;

    /// <summary>Rows with a fault.</summary>
    public int BadRows { get; private set; }

    /// <summary>The batteries and models of the good rows.</summary>
    public IReadOnlyList<SheetBattery> Read()
    {
        var good = new List<SheetBattery>();
        foreach (var row in header.Body)
        {
            var before = _faults.Count;
            var battery = Read(row);
            if (battery is not null && _faults.Count == before) good.Add(battery);
            else BadRows++;
        }

        return good;
    }

    private SheetBattery? Read(SheetRow row)
    {
        var id = Id(row, SheetColumn.IdRole, isRequired: true);
        var model = Id(row, SheetColumn.ModelRole, isRequired: false) ?? (id?.Granularity == Granularity.Model ? null : options.Model);
        if (id is { } known && !_seen.TryAdd(known, row.Number))
            Fault(row, header.Columns.First(column => column.Role == SheetColumn.IdRole).Index, "duplicate-row", string.Create(CultureInfo.InvariantCulture, $"\"{known}\" stands in row {_seen[known]} already."));
        var thing = id ?? default;
        var statements = header.Columns.Where(column => column.Term is not null && !row[column.Index].IsEmpty)
            .Select(column => Statement(row, column, thing, model)).OfType<Statement>().ToList();
        return id is null ? null : new SheetBattery(row.Number, thing, model, statements);
    }

    private ThingId? Id(SheetRow row, string role, bool isRequired)
    {
        if (header.Columns.FirstOrDefault(column => column.Role == role) is not { } column) return null;
        var text = row[column.Index].Text;
        if (text.Length == 0)
        {
            if (isRequired) Fault(row, column.Index, "id-missing", "The row does not say which battery or model it is about.");
            return null;
        }

        try
        {
            return ThingId.Parse(text);
        }
        catch (ProblemException fault)
        {
            Fault(row, column.Index, fault.Problem.Kind.Code, $"{fault.Problem.Detail} {fault.Problem.Remedy}".Trim());
            return null;
        }
    }

    private Statement? Statement(SheetRow row, SheetColumn column, ThingId thing, ThingId? model)
    {
        var term = column.Term!;
        try
        {
            if (thing.Granularity == Granularity.Model && term.Granularity == Granularity.Item && model is null && thing != default)
                throw new ProblemException(CommonProblems.InvalidValue, "belongs to items, not to a model.");
            var keeper = term.Granularity == Granularity.Model ? model ?? thing : thing;
            return new Statement(keeper, term.Id, SheetValue.Read(column, row[column.Index]), options.Now)
            {
                Unit = term.Type == TermType.Number ? term.Unit : null,
                Evidence = evidence,
            };
        }
        catch (ProblemException fault)
        {
            Fault(row, column.Index, fault.Problem.Kind.Code, $"{term.Label}: {fault.Problem.Detail}");
            return null;
        }
    }

    private void Fault(SheetRow row, int column, string code, string message) =>
        _faults.Add(new Finding(FindingSeverity.Error, code, message, SheetCell.Name(column, row.Number)));
}
