using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Statements;

namespace Voltloop.Bench.Record;

/// <summary>Durable statements one at a time: each client waits for its acknowledgement before it sends the next.</summary>
internal sealed class OneByOneComparison(int clients) : IComparison
{
    private const int PerRound = 50;
    private const double Seconds = 2;

    public string Name => $"statements, durable, one by one, {clients} client{(clients == 1 ? "" : "s")}";

    public string Unit => "statements/s";

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var ours = await Stores.Ours(async record =>
        {
            await record.WriteAsync(new WriteBatch { Things = Sample.Cells(0, clients) });
            return await Clock.PerSecond(Seconds, round => Round(client => Write(record, client, round)));
        });
        var plain = await Stores.Plain(store => Clock.PerSecond(Seconds, round => Round(client => Write(store, client, round))));
        return (ours, plain);
    }

    private async Task<long> Round(Func<int, Task> client)
    {
        await Task.WhenAll(Enumerable.Range(0, clients).Select(c => Task.Run(() => client(c))));
        return (long)clients * PerRound;
    }

    private static async Task Write(SqliteRecord record, int client, int round)
    {
        foreach (var fact in Sample.Facts(client, round).Take(PerRound))
        {
            await record.WriteAsync(new WriteBatch { Assertions = [new Assertion("https://example.com/producer", [fact])] });
        }
    }

    private static Task Write(PlainStore store, int client, int round)
    {
        foreach (var fact in Sample.Facts(client, round).Take(PerRound))
        {
            store.Write([(fact, "https://example.com/producer")]);
        }

        return Task.CompletedTask;
    }
}
