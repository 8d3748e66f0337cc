using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Health.Importing;

/// <summary>One table on its way into the record: what the steps of its import share.</summary>
/// <param name="Source">The file.</param>
/// <param name="Options">What the person importing adds.</param>
/// <param name="Record">The record, for comparing with what is there.</param>
/// <param name="Log">What was seen.</param>
/// <param name="Table">The file, read as a table.</param>
/// <param name="Builder">What would be written.</param>
internal sealed record TableImport(
    ImportSource Source, ImportOptions Options, IRecordReader Record, FindingLog Log, TextTable Table, PlanBuilder Builder)
{
    /// <summary>The things that the table names.</summary>
    public ThingRegistry Things { get; } = new(Record, Table.Preamble.GetValueOrDefault("model_label"));

    /// <summary>Adds samples with what was computed from them, and the lines of the preview; nothing when the record holds the samples.</summary>
    public async Task AddAsync(SeriesStep step, IReadOnlyList<Statement> statements, CancellationToken cancellation)
    {
        if (step.Append is null)
        {
            return;
        }

        Builder.Add(step.Append);
        Builder.Add(statements);
        foreach (var change in await ChangePreview.OfAsync(step, statements, Record, cancellation))
        {
            Builder.Add(change);
        }
    }
}
