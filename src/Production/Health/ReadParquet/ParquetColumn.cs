namespace Voltloop.Health.ReadParquet;

/// <summary>A column of a Parquet file.</summary>
/// <param name="Name">Name.</param>
/// <param name="Numbers">Values, NaN where there is none; <c>null</c> for a column of texts.</param>
/// <param name="Texts">Texts, <c>null</c> where there is none; <c>null</c> for a column of numbers.</param>
internal sealed record ParquetColumn(string Name, double[]? Numbers, string?[]? Texts)
{
    /// <summary>By how much to divide numbers to get seconds, when the column holds moments; 0 when it does not.</summary>
    public double TicksPerSecond { get; init; }
}
