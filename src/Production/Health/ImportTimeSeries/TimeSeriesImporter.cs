using System.Globalization;
using Voltloop.Health.Importing;
using Voltloop.Health.Model;
using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadCyclers.Repairs;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;

namespace Voltloop.Health.ImportTimeSeries;

/// <summary>Imports time series of all cyclers and of the Battery Data Format, with a report of what was repaired.</summary>
internal sealed class TimeSeriesImporter : IImporter
{
    private Tuple<string, ICyclerFormat?>? _last;

    /// <inheritdoc/>
    public string Format => $"time series ({string.Join(", ", CyclerFormats.All.Where(format => format is not RefusedFormat).Select(format => format.Name))})";

    /// <inheritdoc/>
    public bool Recognises(ImportSource source) => Find(source) is not null;

    /// <inheritdoc/>
    public async Task<ImportPlan> PlanAsync(ImportSource source, ImportOptions options, IRecordReader record, CancellationToken cancellation)
    {
        var log = new FindingLog();
        // What nothing recognises is told by the words of the exchange format.
        var format = Find(source) ?? CyclerFormats.Bdf;
        var builder = new PlanBuilder(format.Name, source, options, log);
        if (format.Read(source.Bytes, log) is not { } raw || log.HasErrors)
        {
            return builder.Build([]);
        }

        var table = Checked(raw, log, out var rules);
        var head = new TextTable(table.Preamble, [], (byte)',', default, 0);
        var import = new TableImport(source, options, record, log, head, builder);
        builder.Add(table.Repairs.Repairs);
        await PlanAsync(import, table, rules.HasCredibleTime, cancellation);
        return builder.Build(import.Things.New);
    }

    // An import asks twice about the same file, and workbooks are slow to look into.
    private ICyclerFormat? Find(ImportSource source)
    {
        var last = _last;
        if (last is null || !string.Equals(last.Item1, source.Sha256, StringComparison.Ordinal))
        {
            _last = last = Tuple.Create(source.Sha256, CyclerFormats.Find(source.Bytes));
        }

        return last.Item2;
    }

    /// <summary>The table after all repairs and checks; what they found is in the log.</summary>
    public static CyclerTable Checked(CyclerTable raw, FindingLog log, out TimeSeriesRules rules)
    {
        var table = TableRepairs.Apply(raw);
        table = table with { Data = TimeSeriesColumns.TimeFirst(table.Data) };
        table.Repairs.Tell(log);
        rules = new TimeSeriesRules(table.Data, log);
        rules.Check();
        return table;
    }

    private static async Task PlanAsync(TableImport import, CyclerTable table, bool isCredible, CancellationToken cancellation)
    {
        var identity = new IdentityReader(import.Table, import.Options, import.Log).Read(null, null, null, 1);
        if (identity is null || import.Log.HasErrors)
        {
            return;
        }

        var thing = await import.Things.EnsureAsync(identity, cancellation);
        ChannelSpec[] channels = [.. table.Data.Columns.Select(column => new ChannelSpec(column.Target.Name, column.Target.Unit))];
        var spec = new SeriesSpec("", thing.Id, SeriesNames.TimeTitle, channels) { Source = import.Source.Sha256 };
        // A test that goes on continues its series; another test of the same cell is another series and no contradiction.
        var step = await SeriesContinuation.PlanAsync(spec, table.Data.Values, import.Record, cancellation);
        if (step.Append is not null)
        {
            var report = RepairDocument.Of(import.Source, table, step.SeriesId);
            import.Builder.Add(report);
            var inputs = new SeriesInputs(step.SeriesId, import.Source.Sha256, table.Preamble) { Report = RepairDocument.Name(report) };
            var statements = isCredible
                ? await new ThroughputStatements(import.Record, import.Options, import.Log).OfAsync(table.Data, thing, inputs, cancellation) : [];
            await import.AddAsync(step, statements, cancellation);
            import.Log.Note("rows-read", string.Create(CultureInfo.InvariantCulture, $"{table.Data.Rows} rows in {channels.Length} channels."));
        }
    }
}
