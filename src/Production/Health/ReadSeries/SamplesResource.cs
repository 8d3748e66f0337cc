namespace Voltloop.Health.ReadSeries;

/// <summary>Samples of a series, channel by channel.</summary>
/// <param name="Series">The series.</param>
/// <param name="From">Number of the first sample.</param>
/// <param name="Count">Samples in this answer.</param>
/// <param name="Next">Value for <c>from</c> of the next request; absent at the end.</param>
/// <param name="Columns">Samples by name of the channel; <c>null</c> where missing.</param>
internal sealed record SamplesResource(SeriesResource Series, long From, long Count, long? Next, IReadOnlyDictionary<string, double?[]> Columns);
