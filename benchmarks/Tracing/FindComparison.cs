using System.Diagnostics;

namespace Voltloop.Bench.Tracing;

/// <summary>
/// Finds events over HTTP in a store of so many, beside one prepared SELECT in process over a table with just the one index that the
/// question needs. Figures are of the 95th request of a hundred, and of the median.
/// </summary>
/// <param name="store">The filled stores.</param>
/// <param name="question">What is asked.</param>
/// <param name="percent">Which request of a hundred counts.</param>
internal sealed class FindComparison(FilledStores store, FindQuestion question, int percent) : IComparison
{
    private const int Requests = 300;

    public string Name => $"{question.Name}, {store.Events / 1_000_000.0:0.0} million events, p{percent}";

    public string Unit => "ms";

    public bool SmallerIsBetter => true;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        await store.FillAsync();
        using var client = store.House.Client();
        var ours = new List<double>();
        var plain = new List<double>();
        var random = new Random(7);
        for (var i = -20; i < Requests; i++)
        {
            var number = random.Next(store.Events);
            var one = await TimeAsync(async () => (await client.GetByteArrayAsync("/api/v1/epcis/" + question.Path(number))).Length);
            var other = await TimeAsync(() => Task.FromResult(Read(question.Sql, question.Key(number))));
            if (i < 0) continue;
            ours.Add(one);
            plain.Add(other);
        }

        return (At(ours), At(plain));
    }

    private double At(List<double> times) => times.Order().ElementAt(times.Count * percent / 100);

    private static async Task<double> TimeAsync(Func<Task<int>> work)
    {
        var clock = Stopwatch.GetTimestamp();
        if (await work() == 0) throw new InvalidOperationException("Nothing was found.");
        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
    }

    private int Read(string sql, string key)
    {
        using var command = store.Plain.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$key", key);
        using var row = command.ExecuteReader();
        var bytes = 0;
        while (row.Read()) bytes += row.GetString(0).Length;
        return bytes;
    }
}
