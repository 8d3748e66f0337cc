using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;

namespace Voltloop.Health.Importing;

/// <summary>The frame of an import of a text table: decode, find the header, let the kind of table plan, build.</summary>
internal abstract class TableImporter : IImporter
{
    /// <inheritdoc/>
    public abstract string Format { get; }

    /// <inheritdoc/>
    public bool Recognises(ImportSource source) =>
        TableHead.Read(TextBytes.Glance(source.Bytes), new FindingLog()) is { } head && Match(head.Headers);

    /// <inheritdoc/>
    public async Task<ImportPlan> PlanAsync(ImportSource source, ImportOptions options, IRecordReader record, CancellationToken cancellation)
    {
        var log = new FindingLog();
        var builder = new PlanBuilder(Format, source, options, log);
        if (TextBytes.Decode(source.Bytes, log) is not { } text || TableHead.Read(text, log) is not { } table)
        {
            return builder.Build([]);
        }

        var import = new TableImport(source, options, record, log, table, builder);
        await PlanAsync(import, cancellation);
        return builder.Build(import.Things.New);
    }

    /// <summary>True when the headers are those of this kind of table.</summary>
    protected abstract bool Match(IReadOnlyList<string> headers);

    /// <summary>Reads the rows and adds to the plan what they give; what is wrong goes to the log.</summary>
    protected abstract Task PlanAsync(TableImport import, CancellationToken cancellation);
}
