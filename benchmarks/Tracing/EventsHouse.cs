using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Hosting;
using Voltloop.Record.Sqlite;
using Voltloop.Web.Access;
using Voltloop.Web.Composition;

namespace Voltloop.Bench.Tracing;

/// <summary>The whole application over an empty store, with a key of an operator who may write: checks, hashes and rights are on.</summary>
internal sealed class EventsHouse : IAsyncDisposable
{
    private readonly Folder _folder = new();
    private readonly SqliteRecord _record;
    private readonly WebApplication _app;

    private EventsHouse()
    {
        File.WriteAllText(Path.Combine(_folder.Path, HouseSettings.FileName), """{"Access":{"Desk":false,"ActorBurst":1000000,"ActorPerSecond":1000000}}""");
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.Path });
        _app = Server.Build(_record, _folder.Path, "http://127.0.0.1:0");
    }

    public string Url => _app.Urls.First();

    public string Key { get; private set; } = "";

    public static async Task<EventsHouse> StartAsync()
    {
        var house = new EventsHouse();
        house.Key = (await house._app.Services.GetRequiredService<KeyDesk>().AddAsync(new KeyRequest("bench", Write: true))).Secret;
        await house._app.StartAsync();
        return house;
    }

    /// <summary>A client that sends the key.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient { BaseAddress = new Uri(Url) };
        client.DefaultRequestHeaders.Add("X-Api-Key", Key);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _record.DisposeAsync();
        _folder.Dispose();
    }
}
