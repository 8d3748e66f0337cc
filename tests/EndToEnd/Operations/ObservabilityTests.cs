using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Voltloop.App.Hosting;
using Voltloop.Record.Policies;
using Voltloop.Record.Sqlite;
using Voltloop.Tests.EndToEnd.Fixtures;
using Voltloop.Tests.EndToEnd.Preservation;
using Voltloop.Web.Access;

namespace Voltloop.Tests.EndToEnd.Operations;

/// <summary>What the process tells its operator, and what it must not tell: who asked, from where, for which battery, with which password.</summary>
public sealed class ObservabilityTests(RunningHouse house)
{
    private const string Person = "mira.sandberg";
    private const string Password = "correct horse battery";
    private const string Battery = "https://id.gs1.org/01/09521234500018/21/WATCHED-7";

    /// <summary>Another address of this machine than the server's, so that it can be told apart.</summary>
    private const string Caller = "127.0.0.2";

    private static readonly string[] Private = [Person, "horse", "WATCHED-7", "09521234500018", Caller, "hunter2", "search-for-me", "TOKEN-OF-MIRA", "agent-of-mira"];

    [Fact]
    public void Without_a_collector_nothing_is_gathered()
    {
        house.Services.GetService<TracerProvider>().ShouldBeNull();
        house.Services.GetService<MeterProvider>().ShouldBeNull();
    }

    [Fact]
    public async Task A_collector_gets_routes_and_counts_and_nothing_about_people_or_batteries()
    {
        await using var collector = await Collector.OpenAsync();
        var directory = await PrepareAsync($$"""{ "Observability": { "Otlp": "{{collector.Url}}", "MetricSeconds": 3600 } }""");
        await using (var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = directory.FullName }))
        await using (var app = Server.Build(record, directory.FullName, "http://127.0.0.1:0"))
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            await UseAsync(new Uri(app.Urls.First()), await KeyAsync(app.Services));
        }

        collector.Paths.ShouldBe(["/v1/metrics", "/v1/traces"]);
        foreach (var told in new[] { "record.commit", "voltloop.record.statements", "voltloop.record.commit.duration", "http.server.request.duration", "GET /search", "GET /api/v1/things/{id}", "POST /api/v1/epcis/capture" }) collector.All.ShouldContain(told);
        foreach (var secret in Private) collector.All.ShouldNotContain(secret);
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Log_lines_are_json_and_name_neither_people_nor_batteries()
    {
        var directory = await PrepareAsync("""
            { "Observability": { "LogFormat": "json", "LogLevel": "information" }, "Telemetry": { "Broker": "amqp://mira.sandberg:hunter2@127.0.0.1:1" }, "Telemetri": { "Broker": "x" } }
            """);
        var key = await KeyAsync(directory.FullName);
        await using var node = new ServedNode(directory.FullName);
        await node.StartAsync();
        await UseAsync(node.Url, key);
        (await node.StopAsync()).ShouldBe(0);
        string[] lines = (await node.Errors).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldContain("Telemetri:Broker is no setting", customMessage: "a slip of the pen in the settings is named once, before the first log line");
        var log = lines[1..].Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        string[] messages = [.. log.Select(line => line.GetProperty("Message").GetString()!)];
        messages.ShouldContain(message => message.StartsWith("GET /search 200 in ", StringComparison.Ordinal));
        messages.ShouldContain(message => message.StartsWith("POST /sign-in", StringComparison.Ordinal));
        messages.ShouldContain(message => message.StartsWith("The feed from amqp://127.0.0.1:1", StringComparison.Ordinal));
        foreach (var secret in Private) string.Join('\n', lines).ShouldNotContain(secret);
        directory.Delete(recursive: true);
    }

    private static async Task<DirectoryInfo> PrepareAsync(string settings)
    {
        var directory = Directory.CreateTempSubdirectory("voltloop-watch-");
        await File.WriteAllTextAsync(Path.Combine(directory.FullName, "settings.json"), settings, TestContext.Current.CancellationToken);
        return directory;
    }

    private static async Task<string> KeyAsync(string directory)
    {
        await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = directory });
        await using var app = Server.Build(record, directory, "http://127.0.0.1:0");
        return await KeyAsync(app.Services);
    }

    private static async Task<string> KeyAsync(IServiceProvider services)
    {
        await services.GetRequiredService<AccountDesk>().AddAsync(new AccountRequest(Person, Password));
        return (await services.GetRequiredService<KeyDesk>().AddAsync(new KeyRequest(Person, true, 1, [], null))).Secret;
    }

    // What people do on an ordinary day, and what goes wrong on a bad one.
    private static async Task UseAsync(Uri url, string key)
    {
        using var client = Client(url);
        using var events = new StringContent(Events, Encoding.UTF8, "application/ld+json");
        using var captured = await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/epcis/capture") { Content = events, Headers = { Authorization = new("Bearer", key) } });
        captured.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        foreach (var path in new[] { "/search?q=search-for-me", $"/search?q={Person}", "/nowhere/WATCHED-7", $"/things/{Battery}", $"/api/v1/things/{Uri.EscapeDataString(Battery)}", $"/01/09521234500018/21/WATCHED-7" })
            (await client.GetAsync(path)).Dispose();
        using var form = new FormUrlEncodedContent([new("name", Person), new("password", Password)]);
        (await client.PostAsync("/sign-in", form)).Dispose();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "TOKEN-OF-MIRA");
        (await client.GetAsync("/api/v1/me")).Dispose();
        (await client.SendAsync(new HttpRequestMessage(new HttpMethod("WATCHED-7"), "/"))).Dispose();
        using var broken = new ByteArrayContent([0x89, 0x50, 0x4e]);
        (await client.PostAsync("/api/v1/imports?name=mira.sandberg.xlsx", broken)).Dispose();
    }

    private static HttpClient Client(Uri url)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(Caller), 0));
                await socket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = url };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        client.DefaultRequestHeaders.UserAgent.ParseAdd("agent-of-mira/1.0");
        return client;
    }

    private const string Events = """
        {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2025-01-01T09:00:00Z","epcisBody":{"eventList":[
        {"type":"ObjectEvent","eventTime":"2025-01-01T09:00:00Z","eventTimeZoneOffset":"+00:00","action":"OBSERVE","epcList":["https://id.gs1.org/01/09521234500018/21/WATCHED-7"]}]}}
        """;
}
