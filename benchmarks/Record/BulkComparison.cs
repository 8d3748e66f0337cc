using Voltloop.Record.Ports;

namespace Voltloop.Bench.Record;

/// <summary>Durable statements in batches of a thousand: ten cells with a hundred terms each.</summary>
internal sealed class BulkComparison(int clients) : IComparison
{
    private const int Cells = 10;
    private const double Seconds = 3;

    public string Name => $"statements, durable, batches of 1,000, {clients} client{(clients == 1 ? "" : "s")}";

    public string Unit => "statements/s";

    public double? Aim => 50_000;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var ours = await Stores.Ours(record => Clock.PerSecond(Seconds, async round =>
        {
            var receipts = await Task.WhenAll(Enumerable.Range(0, clients).Select(c => Task.Run(() => record.WriteAsync(Batch(round, c)))));
            return receipts.Sum(r => r.Statements);
        }));
        var plain = await Stores.Plain(store => Clock.PerSecond(Seconds, async round =>
        {
            var counts = await Task.WhenAll(Enumerable.Range(0, clients).Select(c => Task.Run(() => Plainly(store, Batch(round, c)))));
            return counts.Sum();
        }));
        return (ours, plain);
    }

    private WriteBatch Batch(int round, int client) => Sample.Statements(((round * clients) + client) * Cells, Cells, round);

    private static int Plainly(PlainStore store, WriteBatch batch) => store.Write(batch.Assertions.SelectMany(a => a.Statements.Select(s => (s, a.Issuer))));
}
