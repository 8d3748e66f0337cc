using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Voltloop.Bench.Preserve;

/// <summary>Writers over HTTP, one small import after the other; what was acknowledged is looked for at the end.</summary>
internal sealed class BenchLoad(Func<HttpClient> primary)
{
    private readonly ConcurrentDictionary<int, bool> _acknowledged = new();
    private CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;
    private int _next;

    public int Acknowledged => _acknowledged.Count;

    public void Start(int writers)
    {
        _stop = new CancellationTokenSource();
        _work = Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(WriteAsync)));
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _stop.Dispose();
    }

    public async Task<bool> WriteOneAsync()
    {
        var number = Interlocked.Increment(ref _next);
        try
        {
            using var body = new ByteArrayContent(File(number));
            using var answer = await primary().PostAsync($"/api/v1/imports?name={number.ToString(CultureInfo.InvariantCulture)}.json", body);
            return answer.StatusCode == HttpStatusCode.OK && _acknowledged.TryAdd(number, true);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or ObjectDisposedException or InvalidOperationException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>How many acknowledged writes a node lacks.</summary>
    public async Task<int> MissingAsync(HttpClient node)
    {
        var missing = 0;
        await Parallel.ForEachAsync(_acknowledged.Keys, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, cancellation) =>
        {
            using var answer = await node.GetAsync($"/api/v1/things/{Uri.EscapeDataString(Cell(number))}/statements", cancellation);
            var isThere = answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync(cancellation)).Contains($"serial {number} ", StringComparison.Ordinal);
            Interlocked.Add(ref missing, isThere ? 0 : 1);
        });
        return missing;
    }

    private async Task WriteAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            if (!await WriteOneAsync()) await Task.Delay(20);
        }
    }

    private static string Cell(int number) => $"https://example.com/bench/cell-{number.ToString(CultureInfo.InvariantCulture)}";

    private static byte[] File(int number) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        format = "voltloop-passport",
        version = 1,
        things = new[] { new { id = Cell(number), kind = "cell", label = "Cell" } },
        statements = new[] { new { thing = Cell(number), term = "serialNumber", value = $"serial {number} " } },
    }));
}
