namespace Voltloop.Quality.Model;

/// <summary>How signals are watched. One set of settings for all faults: none of it is chosen by looking at a fault.</summary>
/// <param name="Methods">Methods that run side by side.</param>
internal sealed record MonitorSettings(IReadOnlyList<MonitorMethod> Methods)
{
    /// <summary>Share of rows in control that may alarm.</summary>
    public double Budget { get; init; } = 0.01;

    /// <summary>Where limits come from.</summary>
    public MonitorLimits Limits { get; init; }

    /// <summary>Principal components; 0 for parallel analysis.</summary>
    public int Components { get; init; }

    /// <summary>Components of the dynamic model; 0 for parallel analysis.</summary>
    public int DynamicComponents { get; init; }

    /// <summary>Dimensions of the state of canonical variates; 0 for those above what chance reaches.</summary>
    public int States { get; init; }

    /// <summary>Rows before that dynamic methods look at.</summary>
    public int Lags { get; init; } = 2;

    /// <summary>Weight of the newest row of the EWMA.</summary>
    public double Weight { get; init; } = 0.2;

    /// <summary>Reference value of the CUSUM, as a distance in standard deviations.</summary>
    public double Slack { get; init; } = 0.5;
}
