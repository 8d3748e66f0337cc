using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Voltloop.App.Hosting;
using Voltloop.Record.Sqlite;

namespace Voltloop.Tests.EndToEnd.Tracing;

/// <summary>Subscriptions by webhook and by WebSocket: every event once, in order, also when receivers fail and the house restarts.</summary>
public sealed class SubscriptionTests : IAsyncLifetime
{
    private const string Base = "/api/v1/epcis";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voltloop-subscribe-");
    private SqliteRecord _record = null!;
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Settings => Path.Combine(_folder.FullName, "settings.json");

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Settings, """{ "Tracing": { "Webhooks": { "AllowPrivate": true } } }""");
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_query_whose_texts_are_not_unicode_is_refused_by_name()
    {
        using var body = new ByteArrayContent([.. "{\"name\":\"broken\",\"query\":{\"EQ_bizStep\":[\""u8, 0x80, .. "\"]}}"u8]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var answer = await _client.PostAsync(Base + "/queries", body, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("json-not-unicode");
    }

    [Fact]
    public async Task A_refused_delivery_is_repeated_and_nothing_comes_twice()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Refusals = 2;
        await SubscribeAsync("shipped", "shipping", $$"""{"dest":"{{receiver.Url}}","signatureToken":"secret","stream":true}""");
        await CaptureAsync("s", 5, "shipping");
        await CaptureAsync("t", 3, "packing");
        await receiver.WaitAsync(5);
        await CaptureAsync("u", 4, "shipping");
        await receiver.WaitAsync(9);
        receiver.Accepted.ShouldBe([.. Ids("s", 5), .. Ids("u", 4)]);
        receiver.Signature.ShouldNotBeNullOrEmpty();
        receiver.Keys.Take(3).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_restart_goes_on_where_the_receiver_last_acknowledged()
    {
        var receiver = await Receiver.StartAsync();
        await SubscribeAsync("held", "holding", $$"""{"dest":"{{receiver.Url}}","stream":true}""");
        await CaptureAsync("v", 3, "holding");
        await receiver.WaitAsync(3);
        var url = receiver.Url;
        await receiver.DisposeAsync();
        await CaptureAsync("w", 3, "holding");
        await CloseAsync();
        await OpenAsync();
        await CaptureAsync("x", 2, "holding");
        await using var again = await Receiver.StartAsync(new Uri(url).GetLeftPart(UriPartial.Authority));
        await again.WaitAsync(5);
        again.Accepted.ShouldBe([.. Ids("w", 3), .. Ids("x", 2)]);
    }

    [Fact]
    public async Task A_schedule_reports_when_its_time_comes()
    {
        await using var receiver = await Receiver.StartAsync();
        await SubscribeAsync("timed", "storing", $$$"""{"dest":"{{{receiver.Url}}}","schedule":{"second":"[0-59]"}}""");
        await CaptureAsync("y", 2, "storing");
        await receiver.WaitAsync(2);
        receiver.Accepted.ShouldBe(Ids("y", 2));
    }

    [Fact]
    public async Task A_socket_streams_what_is_captured()
    {
        await AddQueryAsync("live", "loading");
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(_app.Urls.First().Replace("http", "ws", StringComparison.Ordinal) + Base + "/queries/live/subscriptions?stream=true"), Stop);
        await CaptureAsync("z", 2, "loading");
        var buffer = new byte[100_000];
        var got = await socket.ReceiveAsync(buffer, Stop).WaitAsync(TimeSpan.FromMinutes(1), Stop);
        var document = JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, got.Count))!;
        document["epcisBody"]!["queryResults"]!["resultsBody"]!["eventList"]!.AsArray().Select(e => e!["eventID"]!.GetValue<string>()).ShouldBe(Ids("z", 2));
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Stop);
    }

    [Theory]
    [InlineData("""{"stream":true}""")]
    [InlineData("""{"dest":"ftp://example.com","stream":true}""")]
    [InlineData("""{"dest":"http://127.0.0.1:1/"}""")]
    [InlineData("""{"dest":"http://127.0.0.1:1/","schedule":{"hour":"25"}}""")]
    [InlineData("""{"dest":"http://127.0.0.1:1/","schedule":{"dayOfMonth":"30","month":"2"}}""")]
    [InlineData("""{"dest":"http://127.0.0.1:1/","schedule":{}}""")]
    public async Task A_subscription_that_makes_no_sense_is_named(string body)
    {
        await AddQueryAsync("any", "picking");
        var answer = await _client.PostAsync($"{Base}/queries/any/subscriptions", Json(body), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_receiver_on_this_machine_is_refused_unless_the_settings_allow_it_also_when_it_was_subscribed_before()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Refusals = int.MaxValue;
        await SubscribeAsync("inside", "shipping", $$"""{"dest":"{{receiver.Url}}","stream":true}""");
        await CaptureAsync("i", 1, "shipping");
        while (receiver.Keys.IsEmpty) await Task.Delay(20, Stop);
        await CloseAsync();
        File.Delete(Settings);
        await OpenAsync();
        receiver.Refusals = 0;
        var answer = await _client.PostAsync($"{Base}/queries/inside/subscriptions", Json($$"""{"dest":"{{receiver.Url}}","stream":true}"""), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("Tracing:Webhooks:AllowPrivate");
        string told;
        do
        {
            await Task.Delay(100, Stop);
            told = await _client.GetStringAsync($"{Base}/queries/inside/subscriptions", Stop);
        }
        while (!told.Contains("no public address", StringComparison.Ordinal));
        receiver.Accepted.ShouldBeEmpty();
    }

    private static List<string> Ids(string name, int count) => [.. Enumerable.Range(0, count).Select(i => $"urn:uuid:{name}-{i}")];

    private async Task SubscribeAsync(string query, string step, string body)
    {
        await AddQueryAsync(query, step);
        var answer = await _client.PostAsync($"{Base}/queries/{query}/subscriptions", Json(body), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        (await _client.GetAsync(answer.Headers.Location!.PathAndQuery, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task AddQueryAsync(string name, string step)
    {
        var answer = await _client.PostAsync(Base + "/queries", Json($$$"""{"name":"{{{name}}}","query":{"EQ_bizStep":["{{{step}}}"]}}"""), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
    }

    private async Task CaptureAsync(string name, int count, string step)
    {
        var document = EventsHttpTests.Document([.. Ids(name, count).Select((id, i) => EventsHttpTests.Event(id, "2027-07-01T00:00:00Z", $"{name}{i}", step))]);
        (await _client.PostAsync(Base + "/capture", Json(document), Stop)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    private async Task OpenAsync()
    {
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.FullName });
        _app = Server.Build(_record, _folder.FullName, "http://127.0.0.1:0");
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    private async Task CloseAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _record.DisposeAsync();
    }
}
