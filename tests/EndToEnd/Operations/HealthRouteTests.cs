using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Voltloop.App.Hosting;
using Voltloop.Record.Sqlite;
using Voltloop.Tests.EndToEnd.Fixtures;
using Voltloop.Tests.EndToEnd.Preservation;

namespace Voltloop.Tests.EndToEnd.Operations;

/// <summary>What a supervisor asks.</summary>
public sealed class HealthRouteTests(RunningHouse house)
{
    [Fact]
    public async Task A_running_house_is_alive_and_ready_and_says_nothing_of_the_record()
    {
        using var alive = await house.Client.GetAsync("/healthz");
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
        var ready = await house.Client.GetFromJsonAsync<JsonElement>("/readyz");
        ready.GetProperty("status").GetString().ShouldBe("ready");
        ready.GetProperty("checks").EnumerateObject().Select(check => check.Name).Order(StringComparer.Ordinal).ShouldBe(["broker", "store"]);
        ready.ToString().ShouldNotContain("/");
    }

    [Fact]
    public async Task Without_its_directory_or_broker_a_house_says_so_and_stays_alive()
    {
        var directory = Directory.CreateTempSubdirectory("voltloop-ready-");
        await File.WriteAllTextAsync(Path.Combine(directory.FullName, "settings.json"), """{ "Telemetry": { "Broker": "amqp://127.0.0.1:1" } }""", TestContext.Current.CancellationToken);
        await using (var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = directory.FullName })) await AskAsync(record, directory.FullName);
        directory.Delete(recursive: true);
    }

    private static async Task AskAsync(SqliteRecord record, string directory)
    {
        await using var app = Server.Build(record, directory, "http://127.0.0.1:0");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var broken = await client.GetAsync("/readyz");
        broken.StatusCode.ShouldBe(HttpStatusCode.OK, "pages and API work without the broker");
        (await broken.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks").GetProperty("broker").GetProperty("status").GetString().ShouldBe("degraded");

        // A file where the probe would stand: whatever keeps it from being written, the answer is the same.
        Directory.CreateDirectory(Path.Combine(directory, ".ready"));
        using var full = await client.GetAsync("/readyz");
        full.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await full.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks").GetProperty("store").GetProperty("status").GetString().ShouldBe("not-ready");
        (await client.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_server_that_is_asked_to_stop_finishes_what_it_takes_and_ends_with_0()
    {
        var directory = Directory.CreateTempSubdirectory("voltloop-stop-");
        await using var node = new ServedNode(directory.FullName);
        await node.StartAsync();
        using var document = new StringContent(Events, System.Text.Encoding.UTF8, "application/ld+json");
        var capture = node.Client.PostAsync("/api/v1/epcis/capture", document, TestContext.Current.CancellationToken);
        var taken = (await capture).StatusCode;
        (await node.StopAsync()).ShouldBe(0);
        taken.ShouldBe(HttpStatusCode.Accepted);
        await node.StartAsync();
        (await node.Client.GetStringAsync("/api/v1/epcis/events", TestContext.Current.CancellationToken)).ShouldContain("STOP-1");
        await node.DisposeAsync();
        directory.Delete(recursive: true);
    }

    private const string Events = """
        {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2025-01-01T09:00:00Z","epcisBody":{"eventList":[
        {"type":"ObjectEvent","eventTime":"2025-01-01T09:00:00Z","eventTimeZoneOffset":"+00:00","action":"OBSERVE","epcList":["https://id.gs1.org/01/09521234500018/21/STOP-1"]}]}}
        """;
}
