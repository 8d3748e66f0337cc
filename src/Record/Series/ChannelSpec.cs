namespace Voltloop.Record.Series;

/// <summary>One measured channel of a series.</summary>
/// <param name="Name">BDF machine-readable name where one exists (<c>test_time_second</c>, <c>voltage_volt</c>, <c>cycle_count</c>), else the same style.</param>
/// <param name="Unit">Unit of the samples, as in the name.</param>
public sealed record ChannelSpec(string Name, string Unit);
