using Voltloop.Health.ReadTables;
using Voltloop.Record.Documents;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Health.Importing;

/// <summary>Gathers what an import would write and makes the plan of it.</summary>
internal sealed class PlanBuilder(string format, ImportSource source, ImportOptions options, FindingLog log)
{
    private readonly List<SeriesAppend> _series = [];
    private readonly List<Statement> _statements = [];
    private readonly List<ImportChange> _changes = [];
    private readonly List<ImportRepair> _repairs = [];
    private readonly List<DocumentContent> _documents = [new(source.Name, "text/csv", source.Bytes)];

    /// <summary>Adds samples.</summary>
    public void Add(SeriesAppend append) => _series.Add(append);

    /// <summary>Adds statements.</summary>
    public void Add(IEnumerable<Statement> statements) => _statements.AddRange(statements);

    /// <summary>Adds a line of the preview.</summary>
    public void Add(ImportChange change) => _changes.Add(change);

    /// <summary>Adds what was changed on the way.</summary>
    public void Add(IEnumerable<ImportRepair> repairs) => _repairs.AddRange(repairs);

    /// <summary>Adds a document beside the file; nothing for <c>null</c>.</summary>
    public void Add(DocumentContent? document) => _documents.AddRange(document is null ? [] : [document]);

    /// <summary>The plan: empty when there are errors or when nothing is new.</summary>
    public ImportPlan Build(IReadOnlyList<Thing> things)
    {
        var findings = options.Strict ? [.. log.ToList().Select(AsError)] : log.ToList();
        var refused = findings.Any(finding => finding.Severity == FindingSeverity.Error);
        if (refused || _series.Count == 0)
        {
            return new ImportPlan(format, new WriteBatch(), findings, []) { AlreadyImported = !refused, Repairs = _repairs };
        }

        return new ImportPlan(format, Batch(things), findings, _changes) { Repairs = _repairs };
    }

    private WriteBatch Batch(IReadOnlyList<Thing> things) => new()
    {
        Things = things,
        Documents = _documents,
        Series = _series,
        Assertions = _statements.Count == 0 ? [] : [new Assertion(options.Issuer, _statements)],
    };

    private static Finding AsError(Finding finding) =>
        finding.Severity == FindingSeverity.Warning ? finding with { Severity = FindingSeverity.Error } : finding;
}
