using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Voltloop.Tests.EndToEnd.Preservation;

/// <summary>A node in a process of its own on a loopback port, which is killed and started again.</summary>
internal sealed class ServedNode(string directory) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? _process;

    public string Folder => directory;

    public Uri Url { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>What it wrote to standard error, once it has ended.</summary>
    public Task<string> Errors { get; private set; } = Task.FromResult("");

    public HttpClient Client { get; private set; } = new();

    public async Task StartAsync()
    {
        _process = CommandLine.Voltloop.Start(["serve", "--empty", "--data", directory, "--urls", Url.ToString()]);
        _ = _process.StandardOutput.ReadToEndAsync();
        var errors = Errors = _process.StandardError.ReadToEndAsync();
        Client = new HttpClient { BaseAddress = Url, Timeout = Patience };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(50))
        {
            _process.HasExited.ShouldBeFalse(_process.HasExited ? await errors : "");
            if (await AnswersAsync()) return;
        }

        throw new TimeoutException($"{Url} does not answer.");
    }

    /// <summary>Ends the process at once, as a loss of power would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
        Client.Dispose();
    }

    /// <summary>Asks the process to end, as a supervisor does; its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var asked = Process.Start("kill", ["-TERM", _process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await asked.WaitForExitAsync();
        await _process.WaitForExitAsync();
        var code = _process.ExitCode;
        _process.Dispose();
        _process = null;
        Client.Dispose();
        return code;
    }

    public async Task<JsonElement> StatusAsync() => JsonSerializer.Deserialize<JsonElement>(await Client.GetStringAsync("/api/v1/preservation"));

    public async Task<(long Entries, string? Root)> LogAsync()
    {
        var status = await StatusAsync();
        return (status.GetProperty("entries").GetInt64(), status.GetProperty("root").GetString());
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await KillAsync();
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
