using System.Globalization;
using Voltloop.Health.Importing;
using Voltloop.Health.Model;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Health.ImportCapacityTables;

/// <summary>Imports tables with one row per cycle, of one cell or of many.</summary>
internal sealed class CapacityTableImporter : IImporter
{
    /// <inheritdoc/>
    public string Format => "Capacity per cycle (CSV)";

    /// <inheritdoc/>
    public bool Recognises(ImportSource source) =>
        TableHead.Read(TextBytes.Glance(source.Bytes), new FindingLog()) is { } head && CapacityColumns.Match(head.Headers);

    /// <inheritdoc/>
    public async Task<ImportPlan> PlanAsync(ImportSource source, ImportOptions options, IRecordReader record, CancellationToken cancellation)
    {
        var log = new FindingLog();
        var builder = new PlanBuilder(Format, source, options, log);
        if (TextBytes.Decode(source.Bytes, log) is not { } text || TableHead.Read(text, log) is not { } table)
        {
            return builder.Build([]);
        }

        var reader = new CapacityTableReader(table, new IdentityReader(table, options, log), log);
        var run = new Run(source, options, record, log, builder, table, new ThingRegistry(record, table.Preamble.GetValueOrDefault("model_label")));
        foreach (var cell in reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            await run.PlanCellAsync(cell, reader.Channels, cancellation);
        }

        return builder.Build(run.Things.New);
    }

    /// <summary>One import: what its steps share.</summary>
    private sealed record Run(
        ImportSource Source, ImportOptions Options, IRecordReader Record, FindingLog Log, PlanBuilder Builder, TextTable Table, ThingRegistry Things)
    {
        public async Task PlanCellAsync(CellTable cell, IReadOnlyList<ChannelSpec> channels, CancellationToken cancellation)
        {
            var rules = new CapacityRules(Log);
            rules.CheckCycles(cell);
            rules.CheckCapacities(cell);
            var thing = await Things.EnsureAsync(cell.Identity, cancellation);
            var rated = await new RatedCapacity(Record, Log).FindAsync(thing, Table.Preamble, cancellation);
            rules.CheckUnit(cell, rated);
            if (Log.HasErrors || HealthAssessment.Assess(new CapacityHistory(cell.Cycle, cell.Capacity, rated)) is not { } health)
            {
                ReportUnusable(cell);
                return;
            }

            rules.ReportFlags(cell, health);
            var spec = new SeriesSpec("", thing.Id, SeriesNames.CapacityTitle, channels) { Source = Source.Sha256 };
            var step = await SeriesContinuation.PlanAsync(spec, cell.Columns, Record, cancellation);
            ReportDifference(cell, step);
            await AddAsync(step, thing, health, cancellation);
        }

        private async Task AddAsync(SeriesStep step, Thing thing, CellHealth health, CancellationToken cancellation)
        {
            if (step.Append is null)
            {
                return;
            }

            var context = new StatementContext(thing.Id, Options.Now, [step.SeriesId, Source.Sha256]);
            var statements = HealthStatements.Of(health, context);
            Builder.Add(step.Append);
            Builder.Add(statements);
            foreach (var change in await ChangePreview.OfAsync(step, statements, Record, cancellation))
            {
                Builder.Add(change);
            }
        }

        private void ReportUnusable(CellTable cell)
        {
            if (!Log.HasErrors)
            {
                Log.Error("no-usable-cycle", $"No cycle of {cell.Identity.Label} has a usable capacity.", cell.Lines[0]);
            }
        }

        private void ReportDifference(CellTable cell, SeriesStep step)
        {
            if (step.DiffersAt is { } sample)
            {
                var cycle = cell.Cycle[(int)Math.Min(sample, cell.Cycle.Length - 1)].ToString(CultureInfo.InvariantCulture);
                Log.Warn("history-differs", $"The record holds another history of {cell.Identity.Label} that differs from cycle {cycle} on; a second series is kept beside it.", cell.Lines[(int)Math.Min(sample, cell.Lines.Length - 1)]);
            }
        }
    }
}
