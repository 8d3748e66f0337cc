using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Voltloop.Bench;

/// <summary>The application as a process of its own on a free loopback port, as <c>./run serve</c> starts it.</summary>
/// <param name="directory">Folder of the store.</param>
internal sealed class ServedHouse(string directory) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private Process? _process;

    public string Directory => directory;

    public string Url { get; } = $"http://127.0.0.1:{FreePort()}";

    public HttpClient Client { get; private set; } = new();

    /// <summary>Resident memory of the process, bytes.</summary>
    public long Memory
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Runs a verb of the command line to its end.</summary>
    public static async Task RunAsync(params string[] arguments)
    {
        using var process = Open(arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)} ends with {process.ExitCode}");
    }

    /// <summary>Starts the process and waits for its first answer.</summary>
    /// <param name="firstPath">What is asked until it is answered.</param>
    /// <returns>From starting the process to the answer.</returns>
    public async Task<TimeSpan> StartAsync(string firstPath = "/api/v1/me")
    {
        var clock = Stopwatch.StartNew();
        _process = Open(["serve", "--empty", "--data", directory, "--urls", Url]);
        Client = new HttpClient { BaseAddress = new Uri(Url), Timeout = Patience };
        while (!await AnswersAsync(firstPath))
        {
            if (_process.HasExited || clock.Elapsed > Patience) throw new InvalidOperationException($"{Url} does not start.");
            await Task.Delay(5);
        }

        return clock.Elapsed;
    }

    /// <summary>Ends the process at once.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
        Client.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await KillAsync();
    }

    private static Process Open(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "voltloop.dll"), .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
        _ = process.StandardOutput.ReadToEndAsync();
        return process;
    }

    private async Task<bool> AnswersAsync(string path)
    {
        try
        {
            using var answer = await Client.GetAsync(path);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
