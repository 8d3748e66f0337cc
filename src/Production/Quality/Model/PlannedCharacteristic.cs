namespace Voltloop.Quality.Model;

/// <summary>One line of a control plan: what is watched, within which limits, measured how, and what to do when it is out.</summary>
/// <param name="Signal">Type of the sensor report, such as <c>SurfaceDensity</c>.</param>
/// <param name="Unit">Unit of the limits.</param>
internal sealed record PlannedCharacteristic(string Signal, string Unit)
{
    /// <summary>Lower specification limit; absent for none.</summary>
    public double? Lsl { get; init; }

    /// <summary>Target.</summary>
    public double? Target { get; init; }

    /// <summary>Upper specification limit; absent for none.</summary>
    public double? Usl { get; init; }

    /// <summary>The measurement system: name of the gauge or method.</summary>
    public string? Gauge { get; init; }

    /// <summary>Standard deviation of the measurement system, unit of the limits.</summary>
    public double? GaugeSigma { get; init; }

    /// <summary>Name of the control chart.</summary>
    public string? Chart { get; init; }

    /// <summary>What to do when it is out.</summary>
    public string? Reaction { get; init; }
}
