using System.Globalization;
using Voltloop.Health.Importing;
using Voltloop.Health.Model;
using Voltloop.Record.Series;

namespace Voltloop.Health.ImportCapacityTables;

/// <summary>Imports tables with one row per cycle, of one cell or of many.</summary>
internal sealed class CapacityTableImporter : TableImporter
{
    /// <inheritdoc/>
    public override string Format => "Capacity per cycle (CSV)";

    /// <inheritdoc/>
    protected override bool Match(IReadOnlyList<string> headers) => CapacityColumns.Match(headers);

    /// <inheritdoc/>
    protected override async Task PlanAsync(TableImport import, CancellationToken cancellation)
    {
        var reader = new CapacityTableReader(import.Table, new IdentityReader(import.Table, import.Options, import.Log), import.Log);
        foreach (var cell in reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            await PlanCellAsync(import, cell, reader.Channels, cancellation);
        }
    }

    private static async Task PlanCellAsync(TableImport import, CellTable cell, IReadOnlyList<ChannelSpec> channels, CancellationToken cancellation)
    {
        var rules = new CapacityRules(import.Log);
        rules.CheckCycles(cell);
        rules.CheckCapacities(cell);
        var thing = await import.Things.EnsureAsync(cell.Identity, cancellation);
        var rated = await new RatedCapacity(import.Record, import.Log).FindAsync(thing, import.Table.Preamble, cancellation);
        rules.CheckUnit(cell, rated);
        if (import.Log.HasErrors || HealthAssessment.Assess(new CapacityHistory(cell.Cycle, cell.Capacity, rated)) is not { } health)
        {
            ReportUnusable(import, cell);
            return;
        }

        rules.ReportFlags(cell, health);
        var spec = new SeriesSpec("", thing.Id, SeriesNames.CapacityTitle, channels) { Source = import.Source.Sha256 };
        var step = await SeriesContinuation.PlanAsync(spec, cell.Columns, import.Record, cancellation);
        ReportDifference(import, cell, step);
        var context = new StatementContext(thing.Id, import.Options.Now, [step.SeriesId, import.Source.Sha256]);
        await import.AddAsync(step, HealthStatements.Of(health, context), cancellation);
    }

    private static void ReportUnusable(TableImport import, CellTable cell)
    {
        if (!import.Log.HasErrors)
        {
            import.Log.Error("no-usable-cycle", $"No cycle of {cell.Identity.Label} has a usable capacity.", cell.Lines[0]);
        }
    }

    private static void ReportDifference(TableImport import, CellTable cell, SeriesStep step)
    {
        if (step.DiffersAt is { } sample)
        {
            var cycle = cell.Cycle[(int)Math.Min(sample, cell.Cycle.Length - 1)].ToString(CultureInfo.InvariantCulture);
            import.Log.Warn("history-differs", $"The record holds another history of {cell.Identity.Label} that differs from cycle {cycle} on; a second series is kept beside it.", cell.Lines[(int)Math.Min(sample, cell.Lines.Length - 1)]);
        }
    }
}
