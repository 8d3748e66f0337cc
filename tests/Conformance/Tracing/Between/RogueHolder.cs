using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Tests.Conformance.Tracing.Between;

/// <summary>A node of its own name that answers whatever a test wants.</summary>
internal sealed class RogueHolder : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly P256SigningKey _key = P256SigningKey.Generate();

    private RogueHolder(WebApplication app) => _app = app;

    public string Did { get; private set; } = "";

    public IssuerKey Key => new(Did + "#1", _key);

    /// <summary>What it answers to a question.</summary>
    public Func<HttpContext, string, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What it answers instead of its document; <c>null</c> for the document.</summary>
    public Func<HttpContext, Task>? Document { get; set; }

    /// <summary>The address of questions that it names; <c>null</c> for its own.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Requests that came.</summary>
    public int Requests { get; private set; }

    public static async Task<RogueHolder> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddRouting();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var rogue = new RogueHolder(app);
        app.MapGet("/.well-known/did.json", (RequestDelegate)rogue.DescribeAsync);
        app.MapPost("/ask", (RequestDelegate)rogue.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        rogue.Did = string.Create(CultureInfo.InvariantCulture, $"did:web:127.0.0.1%3A{new Uri(app.Urls.First()).Port}");
        return rogue;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private async Task DescribeAsync(HttpContext http)
    {
        Requests++;
        if (Document is { } other)
        {
            await other(http);
            return;
        }

        var json = DidDocumentJson.Write(new DidDocument(Did, [new VerificationMethod(Did + "#1", _key.Public, KeyValidity.Always)]));
        json["service"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject
        {
            ["id"] = Did + "#chain", ["type"] = "VoltloopChain", ["serviceEndpoint"] = Endpoint ?? new Uri(new Uri(_app.Urls.First()), "/ask").ToString(),
        });
        await http.Response.WriteAsync(json.ToJsonString());
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Requests++;
        using var reader = new StreamReader(http.Request.Body);
        await Answer(http, await reader.ReadToEndAsync(http.RequestAborted));
    }
}
