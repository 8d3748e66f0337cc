using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Voltloop.Tests.EndToEnd.Tracing.Between;

/// <summary>A node of one organisation in a process of its own, named after its loopback port.</summary>
internal sealed class ChainNodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voltloop-chain-");
    private readonly int _port = FreePort();
    private Process? _process;

    public string Did => string.Create(CultureInfo.InvariantCulture, $"did:web:127.0.0.1%3A{_port}");

    public string Folder => _folder.FullName;

    public HttpClient Client { get; private set; } = new();

    public async Task<ChainNodeProcess> StartAsync()
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "voltloop.dll"), "serve", "--empty", "--data", Folder, "--urls", url]) start.ArgumentList.Add(argument);
        Name(start.Environment);
        _process = Process.Start(start)!;
        _ = _process.StandardOutput.ReadToEndAsync();
        var errors = _process.StandardError.ReadToEndAsync();
        Client = new HttpClient { BaseAddress = new Uri(url), Timeout = Patience };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(50))
        {
            _process.HasExited.ShouldBeFalse(_process.HasExited ? await errors : "");
            if (await AnswersAsync()) return this;
        }

        throw new TimeoutException($"{url} does not answer.");
    }

    /// <summary>What names the node and lets it talk on this machine.</summary>
    public void Name(IDictionary<string, string?> environment)
    {
        (environment["VOLTLOOP_DID"], environment["VOLTLOOP_ACCESS__OPERATOR"]) = (Did, Did);
        (environment["VOLTLOOP_CHAIN__ALLOWLOOPBACK"], environment["VOLTLOOP_CHAIN__ASKSECONDS"]) = ("true", "30");
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

    public async Task CaptureAsync(params string[] events)
    {
        var body = "{\"@context\":[\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\"],\"type\":\"EPCISDocument\",\"schemaVersion\":\"2.0\",\"creationDate\":\"2026-07-01T00:00:00Z\",\"epcisBody\":{\"eventList\":["
            + string.Join(',', events) + "]}}";
        using var content = new StringContent(body, Encoding.UTF8, "application/ld+json");
        using var answer = await Client.PostAsync("/api/v1/epcis/capture", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The places of a walk.</summary>
    public async Task<JsonArray> TraceAsync(string id, string purpose, string more = "")
    {
        using var answer = await Client.GetAsync($"/api/v1/chain/trace?id={Uri.EscapeDataString(id)}&direction=up&purpose={purpose}{more}");
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!["places"]!.AsArray();
    }

    public async Task<JsonNode> PostAsync(string path, object body)
    {
        using var answer = await Client.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await KillAsync();
        _folder.Delete(recursive: true);
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
