namespace Voltloop.Kernels.Circuit;

/// <summary>What a coulomb counter presumes.</summary>
public sealed record CounterSettings
{
    /// <summary>Largest offset of the current sensor, A.</summary>
    public double OffsetAmpere { get; init; } = 0.05;

    /// <summary>Largest error of the capacity, relative.</summary>
    public double CapacityError { get; init; } = 0.05;

    /// <summary>Current below which the cell counts as resting, A.</summary>
    public double RestAmpere { get; init; } = 0.01;

    /// <summary>Shortest rest for a reset, s.</summary>
    public double RestSeconds { get; init; } = 3600;

    /// <summary>Slope below which the voltage has settled, V/s.</summary>
    public double SettledVoltPerSecond { get; init; } = 1e-6;

    /// <summary>Error of the open-circuit voltage after such a rest, V.</summary>
    public double OcvErrorVolt { get; init; } = 0.01;

    /// <summary>Largest current that can flow, A: what an unknown current is bounded by.</summary>
    public double LargestAmpere { get; init; } = 10;
}
