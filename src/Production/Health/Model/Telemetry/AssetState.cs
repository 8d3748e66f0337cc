namespace Voltloop.Health.Model.Telemetry;

/// <summary>
/// What the estimators know of a battery after its samples up to one: a pure function of these samples in the order of time
/// and of the constants, however they were cut into messages.
/// </summary>
internal sealed record AssetState
{
    /// <summary>Samples taken in.</summary>
    public long Samples { get; set; }

    /// <summary>First sample, s since 1970; NaN before there is one.</summary>
    public double First { get; set; } = double.NaN;

    /// <summary>Newest sample, s since 1970; NaN before there is one.</summary>
    public double Last { get; set; } = double.NaN;

    /// <summary>Current of the newest sample, A; NaN when missing.</summary>
    public double LastAmpere { get; set; } = double.NaN;

    /// <summary>Voltage of the newest sample, V; NaN when missing.</summary>
    public double LastVolt { get; set; } = double.NaN;

    /// <summary>Mean time between samples of late, s; NaN before there are two.</summary>
    public double Spacing { get; set; } = double.NaN;

    /// <summary>Voltage, V.</summary>
    public Extent Volt { get; set; } = Extent.None;

    /// <summary>Current, A.</summary>
    public Extent Ampere { get; set; } = Extent.None;

    /// <summary>Temperature, degC.</summary>
    public Extent Celsius { get; set; } = Extent.None;

    /// <summary>Charge moved in both directions, Ah.</summary>
    public double ThroughputAh { get; set; }

    /// <summary>Energy moved in both directions, Wh.</summary>
    public double ThroughputWh { get; set; }

    /// <summary>Charge put in minus taken out, Ah.</summary>
    public double NetAh { get; set; }

    /// <summary>Stretches of which nobody knows what flowed.</summary>
    public int Gaps { get; set; }

    /// <summary>Their length, s.</summary>
    public double GapSeconds { get; set; }

    /// <summary>Votes for and against the sign of the current.</summary>
    public SignVotes Sign { get; set; }

    /// <summary>Bounds of the charge.</summary>
    public ChargeBounds Charge { get; set; } = ChargeBounds.Unknown;

    /// <summary>Capacity from partial charges between rests.</summary>
    public CapacitySums Capacity { get; set; }

    /// <summary>Start of the hour of the newest mark, s since 1970.</summary>
    public double MarkAt { get; set; } = double.NegativeInfinity;

    /// <summary>A copy that changes on its own.</summary>
    public AssetState Copy() => this with { };
}
