using System.Diagnostics;
using System.Globalization;
using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Voltloop.Core.Identities;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Tests.EndToEnd.Broker;

/// <summary>
/// Senders publish without end while the worker and the broker are killed in turn. A message counts as acknowledged when the broker
/// has confirmed it; one that was not confirmed is sent again, as every sender must. In the end each must be in the record once.
/// </summary>
/// <param name="broker">Running broker.</param>
/// <param name="seed">Decides after how much progress each kill comes, and what is sent twice without need.</param>
public sealed class KillRun(RabbitServer broker, int seed) : IAsyncDisposable
{
    private const int Batteries = 20;
    private const int SamplesPerMessage = 25;
    private const double Start = 1_735_689_600;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly DirectoryInfo _store = Directory.CreateTempSubdirectory("voltloop-kills-");
    private readonly Random _random = new(seed);
    private readonly int[] _confirmed = new int[Batteries];
    private long _published;
    private volatile bool _stop;

    /// <summary>Messages that the broker confirmed.</summary>
    public long Confirmed => _confirmed.Sum(count => (long)count);

    /// <summary>Messages published, also those sent again.</summary>
    public long Published => Interlocked.Read(ref _published);

    /// <summary>Samples of confirmed messages that are not in the record.</summary>
    public long Lost { get; private set; }

    /// <summary>Samples that are in the record or in the state of the estimators more often than once.</summary>
    public long Doubled { get; private set; }

    /// <summary>Runs.</summary>
    /// <param name="kills">How often the worker is killed, and how often the broker.</param>
    /// <param name="onKill">Told of each kill.</param>
    public async Task RunAsync(int kills, Action<string> onKill)
    {
        await RegisterAsync();
        await using var worker = new FeedWorker(_store.FullName, broker.Address);
        await worker.StartAsync();
        var sending = Task.Run(SendAsync);
        for (var kill = 0; kill < 2 * kills; kill++)
        {
            await ProgressAsync(worker, sending);
            onKill(string.Create(CultureInfo.InvariantCulture, $"kill {kill + 1} of {2 * kills}: {(kill % 2 == 0 ? "worker" : "broker")}, {Confirmed} messages confirmed"));
            if (kill % 2 == 0) await RestartAsync(worker.KillAsync, worker.StartAsync);
            else await RestartAsync(broker.KillAsync, broker.StartAsync);
        }

        await ProgressAsync(worker, sending);
        _stop = true;
        await sending;
        await DrainAsync(worker);
        await worker.KillAsync();
        await CountAsync();
    }

    public ValueTask DisposeAsync()
    {
        _stop = true;
        _store.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static ThingId Battery(int number) => ThingId.Parse(string.Create(CultureInfo.InvariantCulture, $"https://id.gs1.org/01/09521234500018/21/KILL-{number}"));

    private static async Task RestartAsync(Func<Task> kill, Func<Task> start)
    {
        await kill();
        await start();
    }

    private async Task RegisterAsync()
    {
        await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _store.FullName });
        Thing[] things = [.. Enumerable.Range(0, Batteries).Select(i => new Thing(Battery(i), ThingKind.Pack, $"KILL-{i}"))];
        Statement[] rated = [.. things.Select(thing => new Statement(thing.Id, "ratedCapacity", StatementValue.Of(50), DateTimeOffset.UnixEpoch) { Unit = "Ah" })];
        await record.WriteAsync(new WriteBatch { Things = things, Assertions = [new Assertion("https://example.org/maker", rated)] });
    }

    // Some messages get through before the next kill, so that it hits work in all its stages.
    private async Task ProgressAsync(FeedWorker worker, Task sending)
    {
        var wanted = SamplesPerMessage * (20 + _random.Next(200));
        var before = await worker.SamplesAsync() ?? 0;
        for (var clock = Stopwatch.StartNew(); (await worker.SamplesAsync() ?? 0) < before + wanted;)
        {
            if (sending.IsFaulted) await sending;
            if (clock.Elapsed > Patience) throw new TimeoutException("The worker takes nothing.");
            await Task.Delay(10);
        }
    }

    private async Task SendAsync()
    {
        var random = new Random(seed + 1);
        while (!_stop)
        {
            try
            {
                await using var connection = await new ConnectionFactory { Uri = broker.Address, AutomaticRecoveryEnabled = false, RequestedConnectionTimeout = TimeSpan.FromSeconds(5), ContinuationTimeout = TimeSpan.FromSeconds(5) }.CreateConnectionAsync();
                await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
                while (!_stop) await RoundAsync(channel, random);
            }
            catch (Exception broken) when (broken is RabbitMQClientException or IOException or System.Net.Sockets.SocketException or OperationCanceledException or ObjectDisposedException or TimeoutException)
            {
                await Task.Delay(50);
            }
        }
    }

    // One message of every battery at once; the number goes on only when the broker has confirmed it.
    private async Task RoundAsync(IChannel channel, Random random)
    {
        var sent = Enumerable.Range(0, Batteries).Select(async battery =>
        {
            var body = Body(battery, _confirmed[battery]);
            await PublishAsync(channel, battery, body);
            // Now and then a sender does not believe it.
            if (battery == random.Next(Batteries)) await PublishAsync(channel, battery, body);
            _confirmed[battery]++;
        });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        await Task.WhenAll(sent).WaitAsync(patience.Token);
    }

    private async Task PublishAsync(IChannel channel, int battery, byte[] body)
    {
        Interlocked.Increment(ref _published);
        await channel.BasicPublishAsync("amq.topic", $"voltloop.kills.{battery}", mandatory: true, new BasicProperties { Persistent = true }, body);
    }

    private static byte[] Body(int battery, int number)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# asset={Battery(battery).Value};source=sender-{battery};sequence={number}\n");
        for (var i = 0; i < SamplesPerMessage; i++)
        {
            var sample = (long)number * SamplesPerMessage + i;
            text.Append(CultureInfo.InvariantCulture, $"{Start + sample},{3.6 + 0.001 * (sample % 100)},{10 * (sample % 2 == 0 ? 1 : -1)},25\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private async Task DrainAsync(FeedWorker worker)
    {
        var expected = SamplesPerMessage * Confirmed;
        for (var clock = Stopwatch.StartNew(); await InRecordAsync(worker) < expected;)
        {
            if (clock.Elapsed > Patience) return;
            await Task.Delay(100);
        }
    }

    private static async Task<long> InRecordAsync(FeedWorker worker)
    {
        using var page = System.Text.Json.JsonDocument.Parse(await worker.Client.GetStringAsync(new Uri("/api/v1/telemetry/assets", UriKind.Relative)));
        return page.RootElement.GetProperty("items").EnumerateArray().Sum(asset => asset.GetProperty("samples").GetInt64());
    }

    private async Task CountAsync()
    {
        await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _store.FullName, ReadOnly = true });
        for (var battery = 0; battery < Batteries; battery++)
        {
            var times = new List<double>();
            foreach (var series in await record.ListSeriesAsync(Battery(battery)))
            {
                await foreach (var block in record.ReadSeriesAsync(series.Spec.Id, new SeriesRange(Channels: ["unix_time_second"]))) times.AddRange(block.Columns[0]);
            }

            var (expected, distinct) = (SamplesPerMessage * (long)_confirmed[battery], times.Distinct().Count());
            Lost += Math.Max(0, expected - times.Count(time => time < Start + expected));
            Doubled += times.Count - distinct;
            // The state must have counted what the series holds, no more and no less.
            var state = System.Text.Json.JsonDocument.Parse(record.Telemetry.FindTrack(Battery(battery))?.State ?? """{"state":{"samples":0}}""").RootElement.GetProperty("state").GetProperty("samples").GetInt64();
            (Doubled, Lost) = (Doubled + Math.Max(0, state - distinct), Lost + Math.Max(0, distinct - state));
        }
    }
}
