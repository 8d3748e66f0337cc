namespace Voltloop.Kernels.Detection;

/// <summary>What a watch over a pack allows itself.</summary>
public sealed record SafetySettings
{
    /// <summary>Kinds of fault whose charts share the budget of false alarms.</summary>
    public const int Sharing = 6;

    /// <summary>False alarms allowed in a year of one pack, all kinds together.</summary>
    public double FalseAlarmsPerYear { get; init; } = 0.1;

    /// <summary>Length of a window, s.</summary>
    public double WindowSeconds { get; init; } = 86_400;

    /// <summary>Change for which the charts are made, in standard deviations of one window.</summary>
    public double Shift { get; init; } = 1;

    /// <summary>Growth of a resistance that counts as none, as a share of the resistance of the median cell: temperature and age do as much.</summary>
    public double ContactBand { get; init; } = 0.1;

    /// <summary>Step of a voltage sensor that counts as none, V.</summary>
    public double OffsetBand { get; init; } = 0.005;

    /// <summary>Single value off that counts as none, V.</summary>
    public double SpikeBand { get; init; } = 0.01;

    /// <summary>Warmth above the other sensors that counts as none, K.</summary>
    public double HeatBand { get; init; } = 0.5;

    /// <summary>Budget of one kind.</summary>
    public double Share => FalseAlarmsPerYear / Sharing;
}
