using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadCyclers.Dialects;
using Voltloop.Health.ReadCyclers.Text;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadArbin;

/// <summary>Result files of Arbin: databases of Microsoft Jet, whose tables Debian's <c>mdbtools</c> writes out as text.</summary>
/// <param name="tables">Writes the tables out.</param>
internal sealed class ResFormat(JetTables tables) : ICyclerFormat
{
    private const int MagicAt = 4;
    private readonly TextFormat _text = new(ArbinText.Dialect);

    private static ReadOnlySpan<byte> Magic => "Standard Jet DB"u8;

    /// <inheritdoc/>
    public string Name => "Arbin res";

    /// <inheritdoc/>
    public bool Recognises(CyclerGlance glance) => glance.Bytes.Length > MagicAt && glance.Bytes.Span[MagicAt..].StartsWith(Magic);

    /// <inheritdoc/>
    public CyclerTable? Read(ReadOnlyMemory<byte> content, FindingLog log)
    {
        if (tables.Export(content, "Channel_Normal_Table", log) is not { } text)
        {
            return null;
        }

        if (!_text.Recognises(CyclerGlance.At(text)))
        {
            log.Error("res-without-channel", "The database has no table Channel_Normal_Table with Arbin's columns: another program's file, or no test was recorded.");
            return null;
        }

        return _text.Read(text, log) is { } table ? Ordered(table with { Format = Name }) : null;
    }

    // A database hands rows out in the order of its pages; the data point is the order of the test.
    private static CyclerTable Ordered(CyclerTable table)
    {
        var point = table.Data.Find("record_index")!;
        var order = Enumerable.Range(0, point.Length).OrderBy(row => point[row]).ToArray();
        var isOrdered = order.Select((row, place) => row == place).All(same => same);
        return isOrdered ? table : table with { Data = ReadCyclers.Repairs.RowRepair.Keep(table.Data, order) };
    }
}
