using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Voltloop.Bench.Tracing;

/// <summary>
/// Captures documents of 100 events over HTTP with a key, schema check, hash and log, beside a bare loop that parses the same JSON
/// and writes its bytes with fsync.
/// </summary>
/// <param name="clients">Clients at once.</param>
internal sealed class CaptureComparison(int clients) : IComparison
{
    private const double Seconds = 12;
    private const double WarmUp = 4;
    private const int Documents = 4000;

    private static byte[][]? _documents;

    public string Name => $"capture, {clients} client{(clients == 1 ? "" : "s")}, documents of 100";

    public string Unit => "events/s";

    public double? Aim => 10_000;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        // Made before the clock runs: making a document costs as much as parsing it.
        _documents ??= [.. Enumerable.Range(0, Documents).AsParallel().AsOrdered().Select(EventSample.Document)];
        await using var house = await EventsHouse.StartAsync();
        using var client = house.Client();
        var next = -1;
        await RunAsync(() => PostAsync(client, Interlocked.Increment(ref next)), WarmUp);
        var ours = await RunAsync(() => PostAsync(client, Interlocked.Increment(ref next)), Seconds);
        using var folder = new Folder();
        var written = -1;
        return (ours, await RunAsync(() => Bare(folder, Interlocked.Increment(ref written)), Seconds / 3));
    }

    private async Task<double> RunAsync(Func<Task> document, double seconds)
    {
        var (clock, documents) = (Stopwatch.StartNew(), 0);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                await document();
                Interlocked.Increment(ref documents);
            }
        })));
        return documents * EventSample.PerDocument / clock.Elapsed.TotalSeconds;
    }

    private static async Task PostAsync(HttpClient client, int number)
    {
        using var body = new ByteArrayContent(Document(number));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/ld+json");
        using var answer = await client.PostAsync("/api/v1/epcis/capture", body);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    private static byte[] Document(int number) => number < Documents ? _documents![number] : EventSample.Document(number);

    private static readonly Lock Writing = new();

    private static Task Bare(Folder folder, int number)
    {
        var bytes = Document(number);
        using var json = JsonDocument.Parse(bytes);
        lock (Writing)
        {
            using var file = new FileStream(Path.Combine(folder.Path, "log"), FileMode.Append);
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        return Task.CompletedTask;
    }
}
