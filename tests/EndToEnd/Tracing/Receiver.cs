using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Voltloop.Tests.EndToEnd.Tracing;

/// <summary>A webhook receiver that can refuse, hang, and count.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    public ConcurrentQueue<string> Accepted { get; } = new();

    public ConcurrentQueue<string> Keys { get; } = new();

    public string? Signature { get; private set; }

    public int Refusals { get; set; }

    public string Url => _app.Urls.First() + "/hook";

    public static async Task<Receiver> StartAsync(string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseSetting("urls", url);
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.MapPost("/hook", (Delegate)receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    public async Task WaitAsync(int events)
    {
        for (var i = 0; i < 1800 && Accepted.Count < events; i++) await Task.Delay(50);
        Accepted.Count.ShouldBe(events);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        Keys.Enqueue(http.Request.Headers["Idempotency-Key"].ToString());
        if (Refusals > 0)
        {
            Refusals--;
            return Results.StatusCode(500);
        }

        Signature = http.Request.Headers["GS1-Signature"];
        foreach (var captured in JsonNode.Parse(body)!["epcisBody"]!["queryResults"]!["resultsBody"]!["eventList"]!.AsArray()) Accepted.Enqueue(captured!["eventID"]!.GetValue<string>());
        return Results.NoContent();
    }
}
