using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Voltloop.Bench.Tracing;

/// <summary>Processor time of client and server for one captured event: a figure that a busy machine changes little.</summary>
/// <param name="what">What the events are.</param>
/// <param name="documentOf">Makes a document of a number.</param>
internal sealed class CaptureCost(string what, Func<int, byte[]> documentOf) : IComparison
{
    private const int Documents = 300;
    private const int WarmUp = 60;

    public string Name => $"capture of {what}, processor time of client and server";

    public string Unit => "us/event";

    public bool SmallerIsBetter => true;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        byte[][] documents = [.. Enumerable.Range(0, WarmUp + Documents).Select(documentOf)];
        await using var house = await EventsHouse.StartAsync();
        using var client = house.Client();
        foreach (var document in documents[..WarmUp]) await PostAsync(client, document);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (var document in documents[WarmUp..]) await PostAsync(client, document);
        var ours = Process.GetCurrentProcess().TotalProcessorTime - before;
        using var folder = new Folder();
        using var file = new FileStream(Path.Combine(folder.Path, "log"), FileMode.Append);
        before = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (var document in documents[WarmUp..]) Bare(file, document);
        var plain = Process.GetCurrentProcess().TotalProcessorTime - before;
        return (PerEvent(ours), PerEvent(plain));
    }

    private static double PerEvent(TimeSpan time) => time.TotalMicroseconds / (Documents * EventSample.PerDocument);

    private static async Task PostAsync(HttpClient client, byte[] document)
    {
        using var body = new ByteArrayContent(document);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/ld+json");
        (await client.PostAsync("/api/v1/epcis/capture", body)).EnsureSuccessStatusCode();
    }

    private static void Bare(FileStream file, byte[] document)
    {
        using var json = JsonDocument.Parse(document);
        file.Write(document);
        file.Flush(flushToDisk: true);
    }
}
