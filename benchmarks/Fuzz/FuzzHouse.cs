using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Voltloop.App.Hosting;
using Voltloop.Core.Identities;
using Voltloop.Record.Importing;
using Voltloop.Record.Sqlite;
using Voltloop.Web.Access;
using Voltloop.Web.Composition;

namespace Voltloop.Bench.Fuzz;

/// <summary>The application over an empty store: parsers that need a record have one, and it answers over HTTP when it is asked to.</summary>
internal sealed class FuzzHouse : IAsyncDisposable
{
    private readonly Folder _folder = new();
    private readonly WebApplication _app;
    private bool _isStarted;

    public FuzzHouse()
    {
        File.WriteAllText(Path.Combine(_folder.Path, HouseSettings.FileName), """{"Access":{"AnonymousBurst":100000000,"AnonymousPerSecond":10000000,"ActorBurst":100000000,"ActorPerSecond":10000000}}""");
        // Thousands of refusals need not be told; what is unforeseen is kept by LastError.
        Environment.SetEnvironmentVariable("Logging__Console__LogLevel__Default", "None");
        Record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.Path });
        _app = Server.Build(Record, _folder.Path, "http://127.0.0.1:0");
        _app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Errors);
    }

    public SqliteRecord Record { get; }

    /// <summary>What was logged as unforeseen.</summary>
    public LastError Errors { get; } = new();

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public IEnumerable<IImporter> Importers() => _app.Services.GetServices<IImporter>();

    public IImporter Importer(string type) => Importers().First(one => one.GetType().Name == type);

    /// <summary>A client of the listening application.</summary>
    public HttpClient Client()
    {
        if (!_isStarted) StartAsync().GetAwaiter().GetResult();
        _isStarted = true;
        return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    // Something to find: a model, a battery that is told of by an event, and its capacity over its cycles.
    private async Task StartAsync()
    {
        var desk = Get<ImportDesk>();
        var battery = ThingId.Parse("https://id.gs1.org/01/09521234500018/21/EVENT-1");
        foreach (var sample in new[] { "models/vec-ncm811-1a1.json", "events/battery.jsonld", "severson-124/SEV-TRAIN-29.csv" })
        {
            await using var file = File.OpenRead(Path.Combine("samples", sample));
            var plan = await desk.PlanAsync(await ImportIntake.ReadAsync(sample, file, CancellationToken.None), new ImportOptions("did:web:example.com", DateTimeOffset.UtcNow) { Thing = battery }, CancellationToken.None);
            await desk.CommitAsync(plan, CancellationToken.None);
        }

        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_isStarted) await _app.StopAsync();
        await _app.DisposeAsync();
        await Record.DisposeAsync();
        _folder.Dispose();
    }
}
