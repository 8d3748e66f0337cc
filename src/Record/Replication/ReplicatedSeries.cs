using Voltloop.Record.Series;

namespace Voltloop.Record.Replication;

/// <summary>A series that has grown: its samples are fetched apart, from where the back-up has them.</summary>
/// <param name="Spec">What it is.</param>
/// <param name="Samples">Samples per channel that it has now.</param>
public sealed record ReplicatedSeries(SeriesSpec Spec, long Samples);
