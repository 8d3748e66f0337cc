using System.Diagnostics;
using System.Globalization;
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
/// Dynamic data over HTTP as a gateway sends it: a merge patch of one element, or a list of them, with <c>Prefer: return=minimal</c>,
/// answered after it is durable; beside a bare endpoint that writes the values durably into a plain table.
/// </summary>
/// <param name="clients">Connections, each waiting for its answer.</param>
/// <param name="perRequest">Passports in one request.</param>
internal sealed class UpdateRun(int clients, int perRequest)
{
    private const int Packs = 1000;

    private Task<(UpdateFigures Ours, UpdateFigures Plain)>? _figures;

    public string Name => $"dynamic update, durable{(perRequest == 1 ? "" : $", {perRequest} per request")}, {clients} client{(clients == 1 ? "" : "s")}";

    public int Clients => clients;

    public int PerRequest => perRequest;

    /// <summary>Measures once, however many figures are asked for.</summary>
    public Task<(UpdateFigures Ours, UpdateFigures Plain)> FiguresAsync() => _figures ??= MeasureAsync();

    private Task<(UpdateFigures Ours, UpdateFigures Plain)> MeasureAsync() => House.UseAsync(async url =>
    {
        using var folder = new Folder();
        using var store = new PlainStore(folder.Path);
        await using var bare = await BareAsync(store);
        var script = Path.Combine(folder.Path, "update.lua");
        await File.WriteAllTextAsync(script, Script);
        await Wrk.WarmAsync(url, clients, script);
        var ours = await MeasureAsync(url, script);
        await Wrk.WarmAsync(bare.Urls.First(), clients, script);
        return (ours, await MeasureAsync(bare.Urls.First(), script));
    }, record => Fleet.FillAsync(record, 0, Packs));

    // The servers live in this process and the load generator does not, so its processor time is theirs.
    private async Task<UpdateFigures> MeasureAsync(string url, string script)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var updates = await Wrk.RunAsync(url, clients, script) * perRequest;
        var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
        return new UpdateFigures(updates, spent.TotalMicroseconds / (updates * Wrk.Seconds));
    }

    // Each thread of the generator says other values: what holds already would not be written.
    private string Script => string.Create(CultureInfo.InvariantCulture, $$"""
        local threads, n, rows = 0, 0, {{perRequest}}
        local headers = {["Content-Type"] = "application/merge-patch+json", ["Prefer"] = "return=minimal"}
        local id, path = "{{Fleet.Id(0)[..^7]}}", "/v1/dpps/{{Uri.EscapeDataString(Fleet.Id(0))[..^7]}}"
        function setup(thread) thread:set("place", threads) threads = threads + 1 end
        local function health()
          n = n + 1
          return 70 + ((2 * n + place) % 29989) / 1000
        end
        request = function()
          if rows == 1 then
            local value = health()
            return wrk.format("PATCH", path .. string.format("%07d", n % {{Packs}}), headers, string.format('{"stateOfHealth": %.3f}', value))
          end
          local list = {}
          for i = 1, rows do
            local value = health()
            list[i] = string.format('{"digitalProductPassportId":"%s%07d","stateOfHealth":%.3f}', id, n % {{Packs}}, value)
          end
          return wrk.format("PATCH", "/v1/dpps", headers, "[" .. table.concat(list, ",") .. "]")
        end
        """);

    private static async Task<WebApplication> BareAsync(PlainStore store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        // The load generator hangs up in the middle of its last requests.
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPatch("/v1/dpps/{id}", (string id, JsonElement body) => Write(store, [(Uri.UnescapeDataString(id), body)]));
        app.MapPatch("/v1/dpps", (JsonElement body) => Write(store, body.EnumerateArray().Select(row => (row.GetProperty("digitalProductPassportId").GetString()!, row))));
        await app.StartAsync();
        return app;
    }

    private static IResult Write(PlainStore store, IEnumerable<(string Id, JsonElement Body)> rows)
    {
        var now = TimeProvider.System.GetUtcNow();
        store.Write(rows.Select(row => (new Statement(ThingId.Parse(row.Id), "stateOfHealth", StatementValue.Of(row.Body.GetProperty("stateOfHealth").GetDouble()), now), "https://example.com/producer")));
        return Results.NoContent();
    }
}
