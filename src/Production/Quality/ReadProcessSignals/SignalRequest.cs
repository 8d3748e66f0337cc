namespace Voltloop.Quality.ReadProcessSignals;

/// <summary>Which signal of a machine is wanted.</summary>
/// <param name="Machine">Read point of the machine.</param>
/// <param name="Signal">Type of the sensor report, such as <c>SurfaceDensity</c>.</param>
/// <param name="From">From this moment on (UTC).</param>
/// <param name="Before">Before this moment (UTC).</param>
internal sealed record SignalRequest(string Machine, string Signal, DateTimeOffset From, DateTimeOffset Before)
{
    /// <summary>Longest time that is read at once.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);
}
