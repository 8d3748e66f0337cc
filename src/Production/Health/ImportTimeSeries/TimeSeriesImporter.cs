using System.Globalization;
using Voltloop.Health.Importing;
using Voltloop.Health.Model;
using Voltloop.Record.Series;

namespace Voltloop.Health.ImportTimeSeries;

/// <summary>Imports time series in the Battery Data Format 1.3 (CSV).</summary>
internal sealed class TimeSeriesImporter : TableImporter
{
    /// <inheritdoc/>
    public override string Format => "BDF time series (CSV)";

    /// <inheritdoc/>
    protected override bool Match(IReadOnlyList<string> headers) => TimeSeriesColumns.Match(headers);

    /// <inheritdoc/>
    protected override async Task PlanAsync(TableImport import, CancellationToken cancellation)
    {
        var identity = new IdentityReader(import.Table, import.Options, import.Log).Read(null, null, null, 1);
        var read = TimeSeriesReader.Read(import.Table, import.Log);
        if (identity is null || read is not { } series || import.Log.HasErrors)
        {
            return;
        }

        var thing = await import.Things.EnsureAsync(identity, cancellation);
        ChannelSpec[] channels = [.. series.Data.Columns.Select(column => new ChannelSpec(column.Target.Name, column.Target.Unit))];
        var spec = new SeriesSpec("", thing.Id, SeriesNames.TimeTitle, channels) { Source = import.Source.Sha256 };
        // A test that goes on continues its series; another test of the same cell is another series and no contradiction.
        var step = await SeriesContinuation.PlanAsync(spec, series.Data.Values, import.Record, cancellation);
        if (step.Append is not null)
        {
            var inputs = new SeriesInputs(step.SeriesId, import.Source.Sha256, import.Table.Preamble);
            var statements = series.Rules.HasCredibleTime
                ? await new ThroughputStatements(import.Record, import.Options, import.Log).OfAsync(series.Data, thing, inputs, cancellation) : [];
            await import.AddAsync(step, statements, cancellation);
            import.Log.Note("rows-read", string.Create(CultureInfo.InvariantCulture, $"{series.Data.Rows} rows in {channels.Length} channels."));
        }
    }
}
