namespace Voltloop.Health.ReadCyclers.Text;

/// <summary>Room for the rows of a whole text; each piece fills a stretch of its own, so that nothing is copied afterwards.</summary>
/// <param name="Values">Numbers, one array per wanted field; empty for words.</param>
/// <param name="Texts">Words, one array per wanted field; empty for numbers.</param>
/// <param name="Lines">Line of each row.</param>
internal sealed record RowColumns(double[][] Values, string[][] Texts, int[] Lines)
{
    /// <summary>Room for so many rows.</summary>
    public static RowColumns Of(RowPlan plan, int rows) => new(
        [.. plan.Wanted.Select(field => field.Kind == FieldKind.Word ? [] : GC.AllocateUninitializedArray<double>(rows))],
        [.. plan.Wanted.Select(field => field.Kind == FieldKind.Word ? new string[rows] : [])],
        GC.AllocateUninitializedArray<int>(rows));

    /// <summary>The same without what blank and faulty lines left free between the pieces.</summary>
    /// <param name="filled">Start and number of rows of each piece, in order.</param>
    public RowColumns Packed(IReadOnlyList<(int Start, int Rows)> filled) => filled.Sum(piece => piece.Rows) == Lines.Length
        ? this : new([.. Values.Select(values => Pack(values, filled))], [.. Texts.Select(texts => Pack(texts, filled))], Pack(Lines, filled));

    private static T[] Pack<T>(T[] values, IReadOnlyList<(int Start, int Rows)> filled)
    {
        if (values.Length == 0) return values;
        var at = 0;
        foreach (var (start, rows) in filled)
        {
            values.AsSpan(start, rows).CopyTo(values.AsSpan(at));
            at += rows;
        }

        return values.AsSpan(0, at).ToArray();
    }
}
