using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Voltloop.Messages.RabbitMq;
using Voltloop.Record.Telemetry;
using Voltloop.Tests.EndToEnd.Broker;

namespace Voltloop.Bench.Telemetry;

/// <summary>Telemetry through RabbitMQ, acknowledged when durable, beside a consumer that only appends the bytes and waits for the disk.</summary>
/// <param name="broker">Running broker.</param>
/// <param name="samples">Samples per message.</param>
/// <param name="messages">Messages in the queue.</param>
internal sealed class FeedComparison(Lazy<Task<RabbitServer>> broker, int samples, int messages) : IComparison
{
    private const int WarmUp = 2000;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"RabbitMQ, {samples} samples a message");

    public string Unit => samples == 1 ? "messages/s" : "samples/s";

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        using var folder = new Folder();
        var (record, services) = await TelemetryLoad.OpenAsync(folder.Path);
        await using var open = record;
        await using var house = services;
        using var plain = new PlainSink(Path.Combine(folder.Path, "plain.bin"));
        var ours = await MeasureAsync("ours", services.GetRequiredService<IFeedSink>());
        return (ours, await MeasureAsync("plain", plain));
    }

    // The time begins when the first messages are through: what is measured is a house that has been open for a while.
    private async Task<double> MeasureAsync(string name, IFeedSink sink)
    {
        var server = await broker.Value;
        var settings = new FeedSettings { Broker = server.Address, Queue = string.Create(CultureInfo.InvariantCulture, $"bench.{name}.{samples}"), Binding = "bench.nothing" };
        await new TelemetryLoad(samples).FillAsync(server.Address, settings.Queue, messages);
        var monitor = new FeedMonitor();
        using var feed = new FeedService(settings, sink, monitor, (TimeProvider.System, NullLogger.Instance));
        await feed.StartAsync(CancellationToken.None);
        await UntilAsync(monitor, WarmUp);
        var (before, clock) = (monitor.Status.Acknowledged, Stopwatch.StartNew());
        await UntilAsync(monitor, messages);
        var seconds = clock.Elapsed.TotalSeconds;
        await feed.StopAsync(CancellationToken.None);
        return samples * (messages - before) / seconds;
    }

    private static async Task UntilAsync(FeedMonitor monitor, long acknowledged)
    {
        for (var clock = Stopwatch.StartNew(); monitor.Status.Acknowledged < acknowledged; await Task.Delay(2))
        {
            if (clock.Elapsed > TimeSpan.FromMinutes(10)) throw new TimeoutException($"Only {monitor.Status.Acknowledged} messages came through. {monitor.Status.LastError}");
        }
    }
}
