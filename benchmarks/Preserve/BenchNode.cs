using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Voltloop.Bench.Preserve;

/// <summary>A node in a process of its own.</summary>
internal sealed class BenchNode(string directory) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? _process;

    public string Directory => directory;

    public string Url { get; } = $"http://127.0.0.1:{FreePort()}";

    public HttpClient Client { get; private set; } = new();

    public static async Task RunAsync(params string[] arguments)
    {
        using var process = Open(arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)} ends with {process.ExitCode}");
    }

    public async Task StartAsync()
    {
        _process = Open(["serve", "--empty", "--data", directory, "--urls", Url]);
        Client = new HttpClient { BaseAddress = new Uri(Url), Timeout = Patience };
        for (var clock = Stopwatch.StartNew(); !await AnswersAsync(); await Task.Delay(20))
        {
            if (_process.HasExited || clock.Elapsed > Patience) throw new InvalidOperationException($"{Url} does not start.");
        }
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

    public async Task<JsonElement> StatusAsync() => JsonSerializer.Deserialize<JsonElement>(await Client.GetStringAsync("/api/v1/preservation"));

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await KillAsync();
    }

    private static Process Open(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "voltloop.dll"));
        Array.ForEach(arguments, start.ArgumentList.Add);
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        return process;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Client.GetAsync("/api/v1/me");
            return answer.IsSuccessStatusCode;
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
