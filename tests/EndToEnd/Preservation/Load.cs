using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Voltloop.Tests.EndToEnd.Preservation;

/// <summary>Writers that never stop: each sends one fact after the other to whoever is the primary, and notes what was acknowledged.</summary>
internal sealed class Load(Func<HttpClient> primary, int writers, int from = 0) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<int, bool> _acknowledged = new();
    private Task _work = Task.CompletedTask;
    private int _next = from;

    public IReadOnlyCollection<int> Acknowledged => [.. _acknowledged.Keys];

    public static string Cell(int number) => $"https://example.com/load/cell-{number.ToString(CultureInfo.InvariantCulture)}";

    public void Start() => _work = Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(WriteAsync)));

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _work;
    }

    /// <summary>Acknowledged facts that a node does not have.</summary>
    public async Task<IReadOnlyList<int>> MissingAsync(HttpClient node)
    {
        var missing = new ConcurrentBag<int>();
        await Parallel.ForEachAsync(_acknowledged.Keys, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            using var answer = await node.GetAsync($"/api/v1/things/{Uri.EscapeDataString(Cell(number))}/statements", CancellationToken.None);
            var isThere = answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsStringAsync(CancellationToken.None)).Contains($"serial {number} ", StringComparison.Ordinal);
            if (!isThere) missing.Add(number);
        });
        return [.. missing.Order()];
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task WriteAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref _next);
            if (await SendAsync(number)) _acknowledged[number] = true;
            else await Task.Delay(20);
        }
    }

    private async Task<bool> SendAsync(int number)
    {
        try
        {
            using var body = new ByteArrayContent(File(number));
            using var answer = await primary().PostAsync($"/api/v1/imports?name=load-{number.ToString(CultureInfo.InvariantCulture)}.json", body);
            if ((int)answer.StatusCode is >= 400 and < 500) throw new ShouldAssertException(await answer.Content.ReadAsStringAsync());
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or ObjectDisposedException or InvalidOperationException or TaskCanceledException)
        {
            return false;
        }
    }

    private static byte[] File(int number) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        format = "voltloop-passport",
        version = 1,
        things = new[] { new { id = Cell(number), kind = "cell", label = "Cell", aliases = new[] { $"L{number}" } } },
        statements = new[] { new { thing = Cell(number), term = "serialNumber", value = $"serial {number} " } },
    }));
}
