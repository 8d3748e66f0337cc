using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ImportTimeSeries;

/// <summary>The Battery Data Format 1.3 as a table of text, and its near misses.</summary>
internal sealed class BdfTextFormat : ICyclerFormat
{
    /// <inheritdoc/>
    public string Name => "BDF time series (CSV)";

    /// <inheritdoc/>
    public bool Recognises(CyclerGlance glance) =>
        TableHead.Read(TextBytes.Glance(glance.Bytes), new FindingLog()) is { } head && TimeSeriesColumns.Match(head.Headers);

    /// <inheritdoc/>
    public CyclerTable? Read(ReadOnlyMemory<byte> content, FindingLog log)
    {
        if (TextBytes.Decode(content, log) is not { } text || TableHead.Read(text, log) is not { } head || TimeSeriesReader.Read(head, log) is not { } data)
        {
            return null;
        }

        return log.HasErrors ? null : new CyclerTable(Name, data, new RepairReport()) { Preamble = head.Preamble };
    }
}
