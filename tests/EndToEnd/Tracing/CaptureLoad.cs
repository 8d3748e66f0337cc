using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voltloop.Tests.EndToEnd.Tracing;

/// <summary>Writers that capture a pack of cells each time, of which one is taken out again, and readers that ask for the parts of packs.</summary>
internal sealed class CaptureLoad(Func<HttpClient> server, int seed)
{
    public const int Cells = 20;

    private readonly ConcurrentDictionary<int, bool> _acknowledged = new();
    private readonly ConcurrentBag<string> _wrong = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;
    private int _next;

    public ICollection<int> Acknowledged => _acknowledged.Keys;

    /// <summary>Answers that were not what had been acknowledged.</summary>
    public IReadOnlyCollection<string> Wrong => _wrong;

    public void Start(int writers, int readers) => _work = Task.WhenAll(
        Enumerable.Range(0, writers).Select(_ => Task.Run(WriteAsync)).Concat(Enumerable.Range(0, readers).Select(n => Task.Run(() => AskAsync(new Random(seed + n))))));

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _stop.Dispose();
    }

    /// <summary>How many cells are in a pack; -1 when the server does not answer.</summary>
    public async Task<int> PartsAsync(int pack)
    {
        try
        {
            using var answer = await server().GetAsync($"/api/v1/lineage?direction=up&asOf=2027-01-01T00:00:00Z&id={Uri.EscapeDataString(Pack(pack))}");
            if (answer.StatusCode == HttpStatusCode.NotFound) return 0;
            return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("nodes").GetArrayLength() : -1;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or ObjectDisposedException or InvalidOperationException or TaskCanceledException)
        {
            return -1;
        }
    }

    private async Task WriteAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref _next);
            if (await CaptureAsync(number)) _acknowledged[number] = true;
            else await Task.Delay(20);
        }
    }

    private async Task AskAsync(Random random)
    {
        while (!_stop.IsCancellationRequested)
        {
            var packs = _acknowledged.Keys.ToArray();
            var pack = packs.Length == 0 ? 0 : packs[random.Next(packs.Length)];
            if (pack > 0 && await PartsAsync(pack) is >= 0 and not (Cells - 1) and var parts) _wrong.Add($"pack {pack} has {parts} cells");
            await Task.Delay(5);
        }
    }

    private async Task<bool> CaptureAsync(int number)
    {
        try
        {
            using var body = new StringContent(Document(number), Encoding.UTF8, "application/ld+json");
            using var answer = await server().PostAsync("/api/v1/epcis/capture", body);
            return answer.StatusCode == HttpStatusCode.Accepted;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or ObjectDisposedException or InvalidOperationException or TaskCanceledException)
        {
            return false;
        }
    }

    private static string Pack(int number) => Item($"PACK-{number.ToString(CultureInfo.InvariantCulture)}");

    private static string Item(string serial) => $"https://id.gs1.org/01/09521234500032/21/{serial}";

    private static string Document(int number)
    {
        var events = Enumerable.Range(0, Cells).Select(cell => Joined("ADD", number, cell)).Append(Joined("DELETE", number, 0));
        return new JsonObject
        {
            ["@context"] = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
            ["type"] = "EPCISDocument",
            ["schemaVersion"] = "2.0",
            ["creationDate"] = "2026-07-01T00:00:00Z",
            ["epcisBody"] = new JsonObject { ["eventList"] = new JsonArray([.. events]) },
        }.ToJsonString();
    }

    private static JsonObject Joined(string action, int pack, int cell) => new()
    {
        ["type"] = "AggregationEvent",
        ["eventTime"] = action == "ADD" ? "2026-03-01T00:00:00Z" : "2026-04-01T00:00:00Z",
        ["eventTimeZoneOffset"] = "+00:00",
        ["action"] = action,
        ["parentID"] = Pack(pack),
        ["childEPCs"] = new JsonArray(Item($"CELL-{pack.ToString(CultureInfo.InvariantCulture)}-{cell.ToString(CultureInfo.InvariantCulture)}")),
    };
}
