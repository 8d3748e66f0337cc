using Microsoft.AspNetCore.Builder;
using Voltloop.App.Hosting;
using Voltloop.Core.Identities;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Tests.EndToEnd.Broker;

/// <summary>A broker, and a house that takes telemetry from it; both started once for the tests of a class.</summary>
public sealed class BrokerHouse : IAsyncLifetime
{
    public static readonly ThingId Pack = ThingId.Parse("https://id.gs1.org/01/09521234500018/21/FEED-1");

    /// <summary>A pack whose telemetry comes from a terminal.</summary>
    public static readonly ThingId Sender = ThingId.Parse("https://id.gs1.org/01/09521234500018/21/FEED-2");

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("voltloop-feed-");
    private SqliteRecord? _record;
    private WebApplication? _app;

    public RabbitServer? Broker { get; private set; }

    public HttpClient Client { get; private set; } = new();

    public IRecordReader Record => _record!;

    public async ValueTask InitializeAsync()
    {
        if (RabbitServer.Missing is not null) return;
        Broker = await RabbitServer.BeginAsync();
        await File.WriteAllTextAsync(Path.Combine(_directory.FullName, "settings.json"), $$"""{ "Telemetry": { "Broker": "{{Broker.Address}}", "StateEverySeconds": 0.2 } }""");
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _directory.FullName });
        await _record.WriteAsync(new WriteBatch
        {
            Things = [new Thing(Pack, ThingKind.Pack, "FEED-1"), new Thing(Sender, ThingKind.Pack, "FEED-2")],
            Assertions = [new Assertion("https://example.org/maker", [.. new[] { Pack, Sender }.Select(pack => new Statement(pack, "ratedCapacity", StatementValue.Of(10), DateTimeOffset.UnixEpoch) { Unit = "Ah" })])],
        });
        _app = Server.Build(_record, _directory.FullName, "http://127.0.0.1:0");
        await _app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        if (_record is not null) await _record.DisposeAsync();
        if (Broker is not null) await Broker.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
