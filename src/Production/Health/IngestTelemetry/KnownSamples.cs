using Voltloop.Health.Model.Telemetry;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>Samples of a battery since a mark, in the order of time, and which of them came in order.</summary>
/// <param name="Samples">The samples.</param>
/// <param name="IsMain">True for those of the series of what came in order.</param>
internal sealed record KnownSamples(SampleColumns Samples, bool[] IsMain)
{
    /// <summary>Merges both series.</summary>
    /// <param name="main">What came in order since the mark.</param>
    /// <param name="late">What came late since the mark was first made.</param>
    /// <param name="from">Only later samples count, s since 1970; NaN for all.</param>
    public static KnownSamples Of(SampleColumns main, SampleColumns late, double from)
    {
        var both = SampleColumns.Join([main, late]);
        int[] rows = [.. Enumerable.Range(0, both.Count).Where(i => !(both.Time[i] <= from)).OrderBy(i => both.Time[i])];
        return new KnownSamples(both.Pick(rows), Array.ConvertAll(rows, i => i < main.Count));
    }
}
