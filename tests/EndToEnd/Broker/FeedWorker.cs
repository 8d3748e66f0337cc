using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Voltloop.Tests.EndToEnd.Broker;

/// <summary>The application as a process of its own that takes telemetry from a broker.</summary>
/// <param name="store">Folder of the store.</param>
/// <param name="broker">Address of the broker.</param>
public sealed class FeedWorker(string store, Uri broker) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string _url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{RabbitServer.FreePort()}");
    private Process? _process;

    /// <summary>Client of its API.</summary>
    public HttpClient Client { get; private set; } = new();

    /// <summary>Starts, and waits for the first answer.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "voltloop.dll"), "serve", "--empty", "--data", store, "--urls", _url]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["VOLTLOOP_TELEMETRY__BROKER"] = broker.AbsoluteUri;
        start.Environment["VOLTLOOP_TELEMETRY__QUEUE"] = "voltloop.kills";
        start.Environment["VOLTLOOP_TELEMETRY__BINDING"] = "voltloop.kills.#";
        start.Environment["VOLTLOOP_TELEMETRY__STATEEVERYSECONDS"] = "2";
        _process = Process.Start(start)!;
        _ = _process.StandardOutput.ReadToEndAsync();
        var errors = _process.StandardError.ReadToEndAsync();
        Client = new HttpClient { BaseAddress = new Uri(_url), Timeout = Patience };
        for (var clock = Stopwatch.StartNew(); await SamplesAsync() is null;)
        {
            if (_process.HasExited || clock.Elapsed > Patience) throw new InvalidOperationException($"The server does not start: {(_process.HasExited ? await errors : "")}");
            await Task.Delay(20);
        }
    }

    /// <summary>Ends it at once.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
        _process.Dispose();
        _process = null;
        Client.Dispose();
    }

    /// <summary>Samples taken since its start; <c>null</c> while it does not answer.</summary>
    public async Task<long?> SamplesAsync()
    {
        try
        {
            using var status = JsonDocument.Parse(await Client.GetStringAsync(new Uri("/api/v1/telemetry/status", UriKind.Relative)));
            return status.RootElement.GetProperty("samples").GetInt64();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await KillAsync();
    }
}
