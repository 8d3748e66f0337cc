namespace Voltloop.Quality.Model;

/// <summary>Where limits come from.</summary>
internal enum MonitorLimits
{
    /// <summary>From rows in control, so that all figures together make false alarms at the rate of the budget.</summary>
    Joint,

    /// <summary>From rows in control, each figure with the whole budget: what papers do.</summary>
    Each,

    /// <summary>From theory for independent normal rows, each figure with the whole budget.</summary>
    Theory,
}
