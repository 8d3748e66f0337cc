using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Voltloop.App;

namespace Voltloop.Bench.Passport;

/// <summary>The application as a process of its own over a store, as <c>./run serve</c> starts it.</summary>
internal sealed class ServedStore : IDisposable
{
    private const int MaxStartSeconds = 120;

    private readonly Process _process;

    private ServedStore(Process process, string url, TimeSpan start) => (_process, Url, Start) = (process, url, start);

    public string Url { get; }

    /// <summary>From starting the process to the first answer.</summary>
    public TimeSpan Start { get; }

    /// <summary>Resident memory of the process, bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task<ServedStore> StartAsync(string directory, string firstPath)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var program = Path.ChangeExtension(typeof(House).Assembly.Location, ".dll");
        var clock = Stopwatch.StartNew();
        var start = new ProcessStartInfo("dotnet", [program, "serve", "--empty", "--data", directory, "--urls", url]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        while (!await AnswersAsync(client, firstPath))
        {
            if (process.HasExited || clock.Elapsed.TotalSeconds > MaxStartSeconds)
            {
                throw new InvalidOperationException("The server did not answer: " + await process.StandardError.ReadToEndAsync());
            }

            await Task.Delay(5);
        }

        return new ServedStore(process, url, clock.Elapsed);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string path)
    {
        try
        {
            return (await client.GetAsync(path)).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
