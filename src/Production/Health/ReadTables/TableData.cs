namespace Voltloop.Health.ReadTables;

/// <summary>Numbers and texts of a table, column by column.</summary>
/// <param name="Columns">Columns that were read.</param>
/// <param name="Values">One array per column, in BDF units; NaN where a field was empty.</param>
/// <param name="Texts">One array per text column asked for.</param>
/// <param name="Lines">Line number of each row.</param>
internal sealed record TableData(IReadOnlyList<MeasuredColumn> Columns, IReadOnlyList<double[]> Values, IReadOnlyList<string[]> Texts, int[] Lines)
{
    /// <summary>Rows.</summary>
    public int Rows => Lines.Length;

    /// <summary>Values of a BDF column; <c>null</c> when the file has none.</summary>
    public double[]? Find(string name)
    {
        var index = Columns.ToList().FindIndex(column => string.Equals(column.Target.Name, name, StringComparison.Ordinal));
        return index < 0 ? null : Values[index];
    }
}
