using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using Voltloop.App.Hosting;
using Voltloop.Core.Identities;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Bench.Telemetry;

/// <summary>Messages of a fleet, and a store that knows its batteries.</summary>
/// <param name="Samples">Samples per message.</param>
internal sealed record TelemetryLoad(int Samples)
{
    private const int Batteries = 200;
    private const int Together = 500;
    private const double Start = 1_735_689_600;

    /// <summary>A store with the batteries, their rated capacities, and the services of the house.</summary>
    public static async Task<(SqliteRecord Record, ServiceProvider Services)> OpenAsync(string folder)
    {
        var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = folder });
        Thing[] things = [.. Enumerable.Range(0, Batteries).Select(i => new Thing(Battery(i), ThingKind.Pack, $"BENCH-{i}"))];
        Statement[] rated = [.. things.Select(thing => new Statement(thing.Id, "ratedCapacity", StatementValue.Of(50), DateTimeOffset.UnixEpoch) { Unit = "Ah" })];
        await record.WriteAsync(new WriteBatch { Things = things, Assertions = [new Assertion("https://example.org/maker", rated)] });
        return (record, new ServiceCollection().AddVoltloop(record, folder).BuildServiceProvider());
    }

    /// <summary>The body of a message.</summary>
    public string Body(int number)
    {
        var (battery, sequence) = (number % Batteries, number / Batteries);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# asset={Battery(battery).Value};source=vehicle-{battery};sequence={sequence}\n");
        for (var i = 0; i < Samples; i++)
        {
            var sample = (long)sequence * Samples + i;
            text.Append(CultureInfo.InvariantCulture, $"{Start + sample},{3.6 + 0.0001 * (sample * 37 % 1000):F4},{-20 + 0.01 * (sample * 91 % 4000):F2},{25 + 0.1 * (sample * 13 % 50):F1}\n");
        }

        return text.ToString();
    }

    /// <summary>Fills a new durable queue; returns when the broker has confirmed all.</summary>
    public async Task FillAsync(Uri broker, string queue, int messages)
    {
        await using var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" });
        foreach (var group in Enumerable.Range(0, messages).Chunk(Together))
        {
            await Task.WhenAll(group.Select(number => channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(Body(number))).AsTask()));
        }
    }

    private static ThingId Battery(int number) => ThingId.Parse(string.Create(CultureInfo.InvariantCulture, $"https://id.gs1.org/01/09521234500018/21/BENCH-{number}"));
}
