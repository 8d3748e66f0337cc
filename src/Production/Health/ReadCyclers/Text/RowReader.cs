using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Health.ReadCyclers.Text;

/// <summary>Reads the rows of a text on all processors: pieces end at line ends and are joined in order.</summary>
internal static class RowReader
{
    /// <summary>Least bytes that are worth a thread of their own.</summary>
    public const int SmallestPiece = 128 * 1024;

    /// <summary>Reads all rows; what is wrong goes to the log with its line.</summary>
    /// <param name="body">Lines after the header.</param>
    /// <param name="plan">How rows are taken apart.</param>
    /// <param name="firstLine">Line number of the first row.</param>
    /// <param name="log">Where findings go.</param>
    public static TableData Read(ReadOnlyMemory<byte> body, RowPlan plan, int firstLine, FindingLog log)
    {
        var pieces = Cut(body, plan.HasDecimalComma ? 1 : Math.Clamp(body.Length / SmallestPiece, 1, Environment.ProcessorCount));
        var lines = new int[pieces.Count];
        Parallel.For(0, pieces.Count, i => lines[i] = Lines(pieces[i].Span));
        var columns = RowColumns.Of(plan, lines.Sum());
        var blocks = new RowBlock[pieces.Count];
        Parallel.For(0, pieces.Count, i =>
        {
            var before = lines.Take(i).Sum();
            blocks[i] = new RowBlock(plan, columns, before, firstLine + before);
            blocks[i].Read(pieces[i].Span);
        });
        Tell(blocks, firstLine, log);
        return Table(columns.Packed([.. blocks.Select(block => (block.Start, block.Rows))]), plan);
    }

    private static int Lines(ReadOnlySpan<byte> piece) => piece.Count((byte)'\n') + (piece.IsEmpty || piece[^1] == '\n' ? 0 : 1);

    private static List<ReadOnlyMemory<byte>> Cut(ReadOnlyMemory<byte> body, int count)
    {
        var pieces = new List<ReadOnlyMemory<byte>>(count);
        for (var left = count; left > 1 && !body.IsEmpty; left--)
        {
            var half = body.Length / left;
            var end = body.Span[half..].IndexOf((byte)'\n');
            var cut = end < 0 ? body.Length : half + end + 1;
            pieces.Add(body[..cut]);
            body = body[cut..];
        }

        pieces.Add(body);
        return pieces;
    }

    private static void Tell(RowBlock[] blocks, int firstLine, FindingLog log)
    {
        foreach (var fault in blocks.SelectMany(block => block.Faults).Take(ImportLimits.MaxFindings))
        {
            log.Error(fault.Code, fault.Message, fault.Line);
        }

        foreach (var block in blocks)
        {
            block.Conclude(log);
        }

        if (!log.HasErrors && blocks.All(block => block.Rows == 0))
        {
            log.Error("no-rows", "The table has column names and no rows.", firstLine - 1);
        }
    }

    private static TableData Table(RowColumns columns, RowPlan plan)
    {
        var all = Enumerable.Range(0, plan.Wanted.Count).ToArray();
        var numbers = all.Where(i => plan.Wanted[i].Kind != FieldKind.Word).ToArray();
        var words = all.Except(numbers).Take(1).ToArray();
        return new TableData([.. numbers.Select(i => plan.Wanted[i].Column)], [.. numbers.Select(i => columns.Values[i])], [.. words.Select(i => columns.Texts[i])], columns.Lines);
    }
}
