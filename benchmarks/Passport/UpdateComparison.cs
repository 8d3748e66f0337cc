using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Voltloop.Bench.Http;
using Voltloop.Bench.Record;
using Voltloop.Core.Identities;
using Voltloop.Record.Statements;

namespace Voltloop.Bench.Passport;

/// <summary>
/// Dynamic data over HTTP: one new state of health per request (UpdateDPPById of EN 18222), answered after it is durable;
/// beside a bare endpoint that writes the value durably into a plain table.
/// </summary>
/// <param name="clients">Connections, each waiting for its answer.</param>
internal sealed class UpdateComparison(int clients) : IComparison
{
    private const int Packs = 1000;

    public string Name => $"dynamic update, durable, {clients} client{(clients == 1 ? "" : "s")}";

    public string Unit => "updates/s";

    public double? Aim => clients == 16 ? 5_000 : null;

    public Task<(double Ours, double Plain)> MeasureAsync() => House.UseAsync(async url =>
    {
        using var folder = new Folder();
        using var store = new PlainStore(folder.Path);
        await using var bare = await BareAsync(store);
        var script = Path.Combine(folder.Path, "update.lua");
        await File.WriteAllTextAsync(script, Script);
        await Wrk.RunAsync(url, clients, script);
        return (await Wrk.RunAsync(url, clients, script), await Wrk.RunAsync(bare.Urls.First(), clients, script));
    }, record => Fleet.FillAsync(record, Packs));

    private static string Script => $$"""
        local threads, n = 0, 0
        function setup(thread) thread:set("id", threads) threads = threads + 1 end
        request = function()
          n = n + 1
          local path = "/v1/dpps/{{Uri.EscapeDataString(Fleet.Id(0))[..^7]}}" .. string.format("%07d", n % {{Packs}})
          local body = string.format('{"stateOfHealth": %.3f}', 70 + ((2 * n + id) % 29989) / 1000)
          return wrk.format("PATCH", path, {["Content-Type"] = "application/merge-patch+json", ["Prefer"] = "return=minimal"}, body)
        end
        """;

    private static async Task<WebApplication> BareAsync(PlainStore store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPatch("/v1/dpps/{id}", (string id, JsonElement body) =>
        {
            var value = StatementValue.Of(body.GetProperty("stateOfHealth").GetDouble());
            store.Write([(new Statement(ThingId.Parse(Uri.UnescapeDataString(id)), "stateOfHealth", value, TimeProvider.System.GetUtcNow()), "https://example.com/producer")]);
            return Results.Ok();
        });
        await app.StartAsync();
        return app;
    }
}
