using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Voltloop.Bench.Http;

/// <summary>Debian's load generator on loopback, bounded in time and connections.</summary>
internal static partial class Wrk
{
    private const int Seconds = 4;
    private const int Connections = 16;

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

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
