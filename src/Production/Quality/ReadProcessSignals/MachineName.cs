namespace Voltloop.Quality.ReadProcessSignals;

/// <summary>Names of machines.</summary>
internal static class MachineName
{
    /// <summary>Last part of an identifier: what stands on the machine.</summary>
    public static string Short(string machine) => Uri.UnescapeDataString(machine.TrimEnd('/').Split('/', ':')[^1]);
}
