using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using RabbitMQ.Client;
using Voltloop.Tests.EndToEnd.Broker;

namespace Voltloop.Tests.EndToEnd.Health;

/// <summary>Telemetry through a real RabbitMQ: AMQP and MQTT in, repetitions, what is refused, and processes that are killed.</summary>
public sealed class TelemetryFeedTests(BrokerHouse house) : IClassFixture<BrokerHouse>
{
    private const double Start = 1_735_689_600;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Messages_of_AMQP_and_MQTT_count_once_and_what_is_refused_lies_among_the_dead_letters_with_its_reason()
    {
        Assert.SkipWhen(RabbitServer.Missing is not null, RabbitServer.Missing ?? "");
        await UntilAsync("/api/v1/telemetry/status", status => status.GetProperty("broker").GetProperty("state").GetString() == "receiving");
        await using var connection = await new ConnectionFactory { Uri = house.Broker!.Address }.CreateConnectionAsync(TestContext.Current.CancellationToken);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), TestContext.Current.CancellationToken);
        await PublishAsync(channel, Message(1, Start));
        await MqttPublisher.PublishAsync(house.Broker.MqttPort, "voltloop/telemetry/feed-1", Message(2, Start + 10));
        await PublishAsync(channel, Message(1, Start));
        await PublishAsync(channel, Encoding.UTF8.GetBytes("""{"asset":"https://id.gs1.org/01/09521234500018/21/NOBODY","source":"g","sequence":1,"time":[1735689600],"voltage":[3.7]}"""));
        await PublishAsync(channel, [0xFF, 0x00, 0x12]);
        await MqttPublisher.PublishAsync(house.Broker.MqttPort, "voltloop/telemetry/feed-1", Message(2, Start + 10));

        var asset = await UntilAsync($"/api/v1/telemetry/assets/{Uri.EscapeDataString(BrokerHouse.Pack.Value)}", found => found.GetProperty("duplicateMessages").GetInt64() == 2 && found.GetProperty("messages").GetInt64() == 2);
        asset.GetProperty("samples").GetInt64().ShouldBe(20);
        var status = await UntilAsync("/api/v1/telemetry/status", found => found.GetProperty("broker").GetProperty("deadLetters").GetInt64() == 2);
        status.GetProperty("refused").GetInt64().ShouldBe(2);
        var reasons = new List<string>();
        while (await channel.BasicGetAsync("voltloop.telemetry.dead", autoAck: true, TestContext.Current.CancellationToken) is { } dead)
        {
            reasons.Add(Encoding.UTF8.GetString((byte[])dead.BasicProperties.Headers!["voltloop-problem"]!));
        }

        reasons.ShouldBe(["telemetry-unknown-asset", "malformed-input"]);
        var stated = await UntilAsync($"/api/v1/things/{Uri.EscapeDataString(BrokerHouse.Pack.Value)}/statements", found => found.ToString().Contains("equivalentFullCycles", StringComparison.Ordinal));
        stated.ToString().ShouldContain("cycles.equivalent-from-telemetry");
    }

    [Fact]
    public async Task A_file_and_the_samples_of_a_battery_are_sent_from_a_terminal_to_the_broker()
    {
        Assert.SkipWhen(RabbitServer.Missing is not null, RabbitServer.Missing ?? "");
        using var terminal = new CommandLine.Voltloop();
        var asset = $"/api/v1/telemetry/assets/{Uri.EscapeDataString(BrokerHouse.Sender.Value)}";
        var file = terminal.File("message.csv", Encoding.UTF8.GetString(Message(1, Start)).Replace(BrokerHouse.Pack.Value, BrokerHouse.Sender.Value, StringComparison.Ordinal));
        var sent = await terminal.RunAsync("telemetry", "send", file, "--broker", house.Broker!.Address.AbsoluteUri);
        sent.ExitCode.ShouldBe(0, sent.Errors);
        sent.Output.ShouldContain("confirmed 1");
        await UntilAsync(asset, found => found.GetProperty("samples").GetInt64() == 10);

        var rows = string.Concat(Enumerable.Range(0, 25).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},{Start + 100 + i},3.7,-5\n")));
        var kept = await terminal.RunAsync("import", terminal.File("drive.bdf.csv", "Test Time / s,Unix Time / s,Voltage / V,Current / A\n" + rows), "--thing", BrokerHouse.Sender.Value);
        kept.ExitCode.ShouldBe(0, kept.Errors + kept.Output);
        var whole = await terminal.RunAsync("telemetry", "send", BrokerHouse.Sender.Value, "--samples", "10", "--broker", house.Broker.Address.AbsoluteUri);
        whole.ExitCode.ShouldBe(0, whole.Errors + whole.Output);
        whole.Output.ShouldContain("confirmed 3");
        (await UntilAsync(asset, found => found.GetProperty("samples").GetInt64() == 35)).GetProperty("messages").GetInt64().ShouldBe(4);
        (await terminal.RunAsync("telemetry", "send", file, "--broker", "nowhere")).ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public async Task What_a_machine_reads_comes_through_the_broker_as_events_and_stands_among_its_signals()
    {
        Assert.SkipWhen(RabbitServer.Missing is not null, RabbitServer.Missing ?? "");
        await UntilAsync("/api/v1/telemetry/status", status => status.GetProperty("broker").GetProperty("state").GetString() == "receiving");
        await using var connection = await new ConnectionFactory { Uri = house.Broker!.Address }.CreateConnectionAsync(TestContext.Current.CancellationToken);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), TestContext.Current.CancellationToken);
        await PublishAsync(channel, Readings("ObjectEvent"));
        await PublishAsync(channel, Readings("NoEvent"));
        await PublishAsync(channel, Readings("ObjectEvent"));
        var chart = $"/api/v1/quality/signals?machine={Uri.EscapeDataString(Machine)}&signal=Length&from=2025-01-01T00:00:00Z&before=2025-01-02T00:00:00Z";
        (await UntilAsync(chart, found => found.TryGetProperty("readings", out _))).GetProperty("readings").GetArrayLength().ShouldBe(30);
        Delivered? dead = null;
        for (var tries = 0; dead is null && tries < 100; tries++)
        {
            if (await channel.BasicGetAsync("voltloop.telemetry.dead", autoAck: true, TestContext.Current.CancellationToken) is { } found) dead = new(Encoding.UTF8.GetString((byte[])found.BasicProperties.Headers!["voltloop-problem"]!));
            else await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        dead!.Problem.ShouldBe("invalid-event");
    }

    [Fact]
    public async Task Neither_a_killed_worker_nor_a_killed_broker_loses_or_doubles_what_was_acknowledged()
    {
        Assert.SkipWhen(RabbitServer.Missing is not null, RabbitServer.Missing ?? "");
        await using var run = new KillRun(house.Broker!, seed: 5);
        await run.RunAsync(kills: 1, TestContext.Current.SendDiagnosticMessage);
        run.Confirmed.ShouldBeGreaterThan(100);
        (run.Lost, run.Doubled).ShouldBe((0, 0), string.Create(CultureInfo.InvariantCulture, $"{run.Confirmed} messages confirmed, {run.Published} published"));
    }

    private const string Machine = "https://id.gs1.org/414/9521234600411/254/FEED-COATER";

    private sealed record Delivered(string Problem);

    private static byte[] Readings(string type)
    {
        var reports = string.Join(',', Enumerable.Range(0, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $$$"""{"type":"Length","value":{{{148 + (i % 5 / 10.0)}}},"uom":"4H","time":"2025-01-01T08:{{{i:00}}}:00Z"}""")));
        return Encoding.UTF8.GetBytes($$$"""
            {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2025-01-01T09:00:00Z","epcisBody":{"eventList":[
            {"type":"{{{type}}}","eventTime":"2025-01-01T09:00:00Z","eventTimeZoneOffset":"+00:00","action":"OBSERVE","readPoint":{"id":"{{{Machine}}}"},"sensorElementList":[{"sensorReport":[{{{reports}}}]}]}]}}
            """);
    }

    private static byte[] Message(int number, double from)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# asset={BrokerHouse.Pack.Value};source=gateway;sequence={number}\n");
        for (var i = 0; i < 10; i++) text.Append(CultureInfo.InvariantCulture, $"{from + i},3.7,-5,25\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static async Task PublishAsync(IChannel channel, byte[] body) =>
        await channel.BasicPublishAsync("amq.topic", "voltloop.telemetry.feed-1", mandatory: true, new BasicProperties { Persistent = true }, body);

    private async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> isSo)
    {
        var last = "";
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(20))
        {
            using var answer = await house.Client.GetAsync(new Uri(path, UriKind.Relative));
            last = await answer.Content.ReadAsStringAsync();
            if (answer.IsSuccessStatusCode && isSo(JsonElement.Parse(last))) return JsonElement.Parse(last);
        }

        throw new TimeoutException($"{path} stays at {last}");
    }
}
