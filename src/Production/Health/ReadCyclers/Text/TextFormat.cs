using System.Text;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers.Text;

/// <summary>Reads tables of text of one dialect.</summary>
/// <param name="dialect">How the table is written.</param>
internal sealed class TextFormat(TextDialect dialect) : ICyclerFormat
{
    /// <inheritdoc/>
    public string Name => dialect.Name;

    /// <inheritdoc/>
    public bool Recognises(CyclerGlance glance) => glance.Find(dialect) is not null;

    /// <inheritdoc/>
    public CyclerTable? Read(ReadOnlyMemory<byte> content, FindingLog log)
    {
        var repairs = new RepairReport();
        if (CyclerTextBytes.Decode(content, repairs, log) is not { } text)
        {
            return null;
        }

        text = dialect.Flatten?.Invoke(text) ?? text;
        var glance = CyclerGlance.At(text);
        if (glance.Find(dialect.Flattened()) is not { } header)
        {
            log.Error("header-damaged", $"The text begins like {Name}, but its line of column names is damaged.");
            return null;
        }

        var table = new CyclerTable(Name, new TableData([], [], [], []), repairs) { Preamble = Preamble.Read(text[..header.Next].Span) };
        var fields = new TextColumns(dialect, repairs, log).Match(header);
        return log.HasErrors ? null : Read(table, text[header.Next..], new RowPlan(header.Delimiter, 0, fields), (header.Line, log));
    }

    private CyclerTable? Read(CyclerTable table, ReadOnlyMemory<byte> body, RowPlan plan, (int HeaderLine, FindingLog Log) at)
    {
        var first = FirstRow(body.Span);
        plan = plan with
        {
            Fields = first.Count(plan.Delimiter) + 1,
            EndsWithDelimiter = first.Length > 0 && first[^1] == plan.Delimiter,
            Wanted = Sniffed(plan, first),
            HasDecimalComma = plan.Delimiter != ',' && first.Contains((byte)','),
        };
        var data = RowReader.Read(body, plan, at.HeaderLine + 1, at.Log);
        if (at.Log.HasErrors)
        {
            return null;
        }

        table = table with { Data = data, IsTimeUnitAssumed = plan.Wanted.Any(field => IsAssumed(field)) };
        foreach (var field in plan.Wanted.Where(field => field.Kind == FieldKind.Date))
        {
            DateOrder.Resolve(data.Find(field.Column.Target.Name)!, field.Column.Header, table, at.Log);
        }

        return dialect.Finish?.Invoke(table) ?? table;
    }

    // BioLogic writes dates under "time/s" when asked for absolute time: the first row tells.
    private static IReadOnlyList<RowField> Sniffed(RowPlan plan, ReadOnlySpan<byte> first)
    {
        var texts = Encoding.UTF8.GetString(first).Split((char)plan.Delimiter);
        var moment = BdfColumns.Find("unix_time")!;
        return [.. plan.Wanted.Select(field => field.Column.Index < texts.Length && texts[field.Column.Index].Contains('/', StringComparison.Ordinal)
            && string.Equals(field.Column.Target.Name, BdfColumns.TestTime, StringComparison.Ordinal)
            ? new RowField(field.Column with { Target = moment, Conversion = UnitConversion.None, IsRequired = true }, FieldKind.Date) : field)];
    }

    private static bool IsAssumed(RowField field) => field.Kind == FieldKind.Duration
        && string.Equals(field.Column.Target.Name, BdfColumns.TestTime, StringComparison.Ordinal);

    private static ReadOnlySpan<byte> FirstRow(ReadOnlySpan<byte> body)
    {
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'\n');
            var line = (end < 0 ? body : body[..end]).Trim("\r "u8);
            if (line.IndexOfAnyExcept(" \t,;"u8) >= 0)
            {
                return line.Length > 1 && line[0] == '"' && line[^1] == '"' ? line[1..^1] : line;
            }

            body = end < 0 ? default : body[(end + 1)..];
        }

        return body;
    }
}
