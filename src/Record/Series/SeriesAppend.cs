namespace Voltloop.Record.Series;

/// <summary>Samples to append to a series, creating it on first use.</summary>
/// <param name="Spec">The series; must equal the stored one when it exists.</param>
/// <param name="Columns">One array per channel, all of the same length.</param>
public sealed record SeriesAppend(SeriesSpec Spec, IReadOnlyList<double[]> Columns)
{
    /// <summary>
    /// Samples the series must hold before the append; the same append sent twice is then written once.
    /// <c>null</c> appends whatever is there.
    /// </summary>
    public long? ExpectedSamples { get; init; }
}
