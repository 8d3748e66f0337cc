using System.Globalization;
using Voltloop.Health.Importing;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Things;

namespace Voltloop.Health.ReadPacks;

/// <summary>Imports tables with one voltage per cell as one series of the pack.</summary>
internal sealed class PackImporter : IImporter
{
    /// <summary>Title of the series.</summary>
    public const string Title = "Voltages of the cells over time";

    /// <inheritdoc/>
    public string Format => "cells of a pack over time (CSV)";

    /// <inheritdoc/>
    public bool Recognises(ImportSource source) => TableHead.Read(TextBytes.Glance(source.Bytes), new FindingLog()) is { } head && PackColumn.Match(head.Headers);

    /// <inheritdoc/>
    public async Task<ImportPlan> PlanAsync(ImportSource source, ImportOptions options, IRecordReader record, CancellationToken cancellation)
    {
        var log = new FindingLog();
        var builder = new PlanBuilder(Format, source, options, log);
        if (PackTable.Read(source.Bytes, log, out var head) is not { } data || head is null) return builder.Build([]);
        PackRules.Check(data, log);
        var import = new TableImport(source, options, record, log, head, builder);
        var identity = log.HasErrors ? null : new IdentityReader(head, options, log).Read(null, null, null, 1);
        if (identity is not null && !log.HasErrors) await AddAsync(import, identity, data, cancellation);
        return builder.Build(import.Things.New);
    }

    private static async Task AddAsync(TableImport import, Identity identity, TableData data, CancellationToken cancellation)
    {
        import.Things.Kind = ThingKind.Pack;
        var thing = await import.Things.EnsureAsync(identity, cancellation);
        ChannelSpec[] channels = [.. data.Columns.Select(column => new ChannelSpec(column.Target.Name, column.Target.Unit))];
        var spec = new SeriesSpec("", thing.Id, Title, channels) { Source = import.Source.Sha256 };
        var step = await SeriesContinuation.PlanAsync(spec, data.Values, import.Record, cancellation);
        await import.AddAsync(step, [], cancellation);
        import.Log.Note("rows-read", string.Create(CultureInfo.InvariantCulture, $"{data.Rows} rows in {channels.Length} channels."));
    }
}
