using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Example;
using Voltloop.App.Hosting;
using Voltloop.Record.Importing;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

[assembly: AssemblyFixture(typeof(Voltloop.Tests.EndToEnd.Fixtures.RunningHouse))]

namespace Voltloop.Tests.EndToEnd.Fixtures;

/// <summary>The whole application over a store of its own with the example value chain, on a free loopback port. Tests only read it.</summary>
public class RunningHouse : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("voltloop-e2e-");
    private SqliteRecord? _record;
    private WebApplication? _app;

    /// <summary>Cells of the made-up factory in it.</summary>
    protected virtual int Cells => 1000;

    public string Url { get; private set; } = "";

    public HttpClient Client { get; private set; } = new();

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        // A factory of a thousand cells tells the same story as one of twenty thousand, and starts in a second.
        Environment.SetEnvironmentVariable("Example__Cells", Cells.ToString(CultureInfo.InvariantCulture));
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _directory.FullName });
        _app = Server.Build(_record, _directory.FullName, "http://127.0.0.1:0");
        await FillAsync(_app.Services);
        await _app.StartAsync();
        Url = _app.Urls.First();
        Client = new HttpClient { BaseAddress = new Uri(Url) };
    }

    /// <summary>Batteries in the record: the measured cells, and the packs of the made-up factory.</summary>
    public async Task<int> BatteriesAsync() =>
        (int)(await _record!.CountThingsAsync()).Where(count => BatteryKinds.All.Contains(count.Key)).Sum(count => count.Value);

    protected virtual Task FillAsync(IServiceProvider services) =>
        new ExampleValueChain(services.GetRequiredService<ImportDesk>(), _record!, ExampleValueChain.ShippedSamples) { Parts = [.. services.GetServices<IExamplePart>()] }
            .LoadAsync(TimeProvider.System.GetUtcNow(), _ => { }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Client.Dispose();
        await _app!.DisposeAsync();
        await _record!.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
