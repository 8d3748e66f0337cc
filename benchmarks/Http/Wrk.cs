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
    public static async Task<double> RunAsync(string url)
    {
        var start = new ProcessStartInfo("wrk", [$"-t2", $"-c{Connections}", $"-d{Seconds}s", url]) { RedirectStandardOutput = true, UseShellExecute = false };
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
