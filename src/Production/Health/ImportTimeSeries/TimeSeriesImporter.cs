using System.Globalization;
using Voltloop.Health.Importing;
using Voltloop.Health.Model;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;

namespace Voltloop.Health.ImportTimeSeries;

/// <summary>Imports time series in the Battery Data Format 1.3 (CSV).</summary>
internal sealed class TimeSeriesImporter : IImporter
{
    /// <inheritdoc/>
    public string Format => "BDF time series (CSV)";

    /// <inheritdoc/>
    public bool Recognises(ImportSource source) =>
        TableHead.Read(TextBytes.Glance(source.Bytes), new FindingLog()) is { } head && TimeSeriesColumns.Match(head.Headers);

    /// <inheritdoc/>
    public async Task<ImportPlan> PlanAsync(ImportSource source, ImportOptions options, IRecordReader record, CancellationToken cancellation)
    {
        var log = new FindingLog();
        var builder = new PlanBuilder(Format, source, options, log);
        if (TextBytes.Decode(source.Bytes, log) is not { } text || TableHead.Read(text, log) is not { } table)
        {
            return builder.Build([]);
        }

        var things = new ThingRegistry(record, table.Preamble.GetValueOrDefault("model_label"));
        var identity = new IdentityReader(table, options, log).Read(null, null, null, 1);
        var read = TimeSeriesReader.Read(table, log);
        if (identity is null || read is not { } series || log.HasErrors)
        {
            return builder.Build([]);
        }

        var thing = await things.EnsureAsync(identity, cancellation);
        ChannelSpec[] channels = [.. series.Data.Columns.Select(column => new ChannelSpec(column.Target.Name, column.Target.Unit))];
        var spec = new SeriesSpec("", thing.Id, SeriesNames.TimeTitle, channels) { Source = source.Sha256 };
        // A test that goes on continues its series; another test of the same cell is another series and no contradiction.
        var step = await SeriesContinuation.PlanAsync(spec, series.Data.Values, record, cancellation);
        if (step.Append is null)
        {
            return builder.Build([]);
        }

        var inputs = new SeriesInputs(step.SeriesId, source.Sha256, table.Preamble);
        var statements = series.Rules.HasCredibleTime
            ? await new ThroughputStatements(record, options, log).OfAsync(series.Data, thing, inputs, cancellation) : [];
        builder.Add(step.Append);
        builder.Add(statements);
        foreach (var change in await ChangePreview.OfAsync(step, statements, record, cancellation))
        {
            builder.Add(change);
        }

        log.Note("rows-read", string.Create(CultureInfo.InvariantCulture, $"{series.Data.Rows} rows in {channels.Length} channels."));
        return builder.Build(things.New);
    }
}
