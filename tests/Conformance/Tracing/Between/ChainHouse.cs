using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Hosting;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Messages;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tests.Conformance.Tracing.Between;

/// <summary>A node of one organisation in this process, named after its loopback port.</summary>
internal sealed class ChainHouse : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voltloop-chain-");
    private readonly SqliteRecord _record;
    private readonly WebApplication _app;

    private ChainHouse(bool loopback, int askSeconds)
    {
        var port = FreePort();
        Did = string.Create(CultureInfo.InvariantCulture, $"did:web:127.0.0.1%3A{port}");
        Url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        NodeKeys.Open(_folder.FullName, TimeProvider.System.GetUtcNow().AddSeconds(-2), Did);
        File.WriteAllText(Path.Combine(_folder.FullName, "settings.json"), $$$"""{"Access":{"Operator":"{{{Did}}}"},"Chain":{"AllowLoopback":{{{(loopback ? "true" : "false")}}},"AskSeconds":{{{askSeconds}}},"AskerBurst":20,"AskerPerSecond":1} }""");
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.FullName });
        _app = Server.Build(_record, _folder.FullName, Url.ToString());
        Client = new HttpClient { BaseAddress = Url };
    }

    public string Did { get; }

    public Uri Url { get; }

    public HttpClient Client { get; }

    public NodeKeys Keys => _record.Keys;

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<ChainHouse> StartAsync(bool loopback = true, int askSeconds = 60)
    {
        var house = new ChainHouse(loopback, askSeconds);
        await house._app.StartAsync(TestContext.Current.CancellationToken);
        return house;
    }

    public async Task CaptureAsync(params string[] events)
    {
        var document = "{\"@context\":[\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\"],\"type\":\"EPCISDocument\",\"schemaVersion\":\"2.0\",\"creationDate\":\"2026-07-01T00:00:00Z\",\"epcisBody\":{\"eventList\":["
            + string.Join(',', events) + "]}}";
        var result = await Get<CaptureDesk>().CaptureAsync(new CaptureRequest(Encoding.UTF8.GetBytes(document), true), TestContext.Current.CancellationToken);
        result.Job.Success.ShouldBeTrue();
    }

    /// <summary>A question as this node would sign it, with whatever a test changes.</summary>
    public string Sign(string holder, ChainQuestion question, Func<MessageEnvelope, MessageEnvelope>? change = null, IssuerKey? key = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var envelope = new MessageEnvelope(Did, holder, Guid.NewGuid().ToString("N")) { IssuedAt = now, Expires = now.AddSeconds(60) };
        return SignedMessage.Sign(ChainQuestion.Type, change is null ? envelope : change(envelope), question.ToClaims(), key ?? Keys.Current());
    }

    /// <summary>Sends a token as any node would.</summary>
    public static async Task<(HttpStatusCode Status, string Body)> AskAsync(ChainHouse holder, string token)
    {
        using var content = new StringContent(token, Encoding.ASCII, "application/jwt");
        using var answer = await holder.Client.PostAsync("/api/v1/chain/questions", content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task PostAsync(string path, object body)
    {
        using var answer = await Client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _record.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
