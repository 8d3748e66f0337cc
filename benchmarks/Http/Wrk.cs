using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Voltloop.Bench.Http;

/// <summary>Debian's load generator on loopback, bounded in time and connections.</summary>
internal static partial class Wrk
{
    /// <summary>How long is measured.</summary>
    public const int Seconds = 4;

    private const int Connections = 16;

    // A server is measured when its code is compiled: after the least of these rounds, and when one is no longer clearly faster than the last.
    private const int LeastWarmUps = 3;
    private const int MostWarmUps = 5;
    private const double Settled = 1.1;

    /// <summary>Answered requests per second; every answer must be a 2xx.</summary>
    /// <param name="url">What to ask.</param>
    /// <param name="connections">Connections, each waiting for its answer.</param>
    /// <param name="script">Lua file that makes the requests, if they are not all the same.</param>
    public static async Task<double> RunAsync(string url, int connections = Connections, string? script = null)
    {
        string[] scripted = script is null ? [] : ["-s", script];
        var start = new ProcessStartInfo("wrk", [$"-t{Math.Min(connections, 2)}", $"-c{connections}", $"-d{Seconds}s", .. scripted, url]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start (apt-get install wrk).");
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (text.Contains("Non-2xx", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Not every answer was a 2xx: {text}");
        }

        return double.Parse(Rate().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Asks until the rate has settled.</summary>
    public static async Task WarmAsync(string url, int connections = Connections, string? script = null)
    {
        var (before, rate) = (0.0, await RunAsync(url, connections, script));
        for (var round = 1; round < LeastWarmUps || (round < MostWarmUps && rate > before * Settled); round++) (before, rate) = (rate, await RunAsync(url, connections, script));
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
