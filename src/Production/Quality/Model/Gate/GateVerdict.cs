namespace Voltloop.Quality.Model.Gate;

/// <summary>What a gate does with a unit.</summary>
internal enum GateVerdict
{
    /// <summary>The whole interval lies within the limits.</summary>
    Accept,

    /// <summary>The whole interval lies outside the limits.</summary>
    Reject,

    /// <summary>The interval reaches over a limit, or the unit is unlike those that were learned from: measure it.</summary>
    Measure,
}
