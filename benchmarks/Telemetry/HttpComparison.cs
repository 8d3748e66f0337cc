using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Voltloop.App.Hosting;
using Voltloop.Record.Sqlite;

namespace Voltloop.Bench.Telemetry;

/// <summary>Telemetry over HTTP, answered when durable, beside a server that only appends the bytes and waits for the disk.</summary>
/// <param name="clients">Requests under way at once.</param>
internal sealed class HttpComparison(int clients) : IComparison
{
    private const int Samples = 60;
    private const int Messages = 100;
    private const double Seconds = 8;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"HTTP, {Messages} messages of {Samples} samples, {clients} at once");

    public string Unit => "samples/s";

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        using var folder = new Folder();
        var (record, services) = await TelemetryLoad.OpenAsync(folder.Path);
        await services.DisposeAsync();
        await using (record)
        {
            await using var house = Server.Build(record, folder.Path, "http://127.0.0.1:0");
            await house.StartAsync();
            var ours = await PerSecondAsync(house, "/api/v1/telemetry");
            await house.StopAsync();
            await using var plain = Plain(Path.Combine(folder.Path, "plain.bin"));
            await plain.StartAsync();
            return (ours, await PerSecondAsync(plain, "/"));
        }
    }

    private async Task<double> PerSecondAsync(WebApplication server, string path)
    {
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        var (load, next) = (new TelemetryLoad(Samples), 0);
        return await Clock.PerSecond(Seconds, async _ =>
        {
            await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
            {
                var first = Interlocked.Add(ref next, Messages) - Messages;
                using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(first, Messages).Select(load.Body))));
                (await client.PostAsync(new Uri(path, UriKind.Relative), body)).EnsureSuccessStatusCode();
            }));
            return clients * Messages * Samples;
        });
    }

    private static WebApplication Plain(string path)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var (file, one) = (new FileStream(path, FileMode.Append), new SemaphoreSlim(1, 1));
        app.Lifetime.ApplicationStopped.Register(file.Dispose);
        app.MapPost("/", async (HttpRequest request) =>
        {
            using var kept = new MemoryStream();
            await request.Body.CopyToAsync(kept);
            await one.WaitAsync();
            file.Write(kept.ToArray());
            file.Flush(flushToDisk: true);
            one.Release();
        });
        return app;
    }
}
