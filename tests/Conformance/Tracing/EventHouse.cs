using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Hosting;
using Voltloop.Record.Events;
using Voltloop.Record.Sqlite;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.FoldEvents;

namespace Voltloop.Tests.Conformance.Tracing;

/// <summary>A store of its own with the services of the house, for tests that capture.</summary>
internal sealed class EventHouse : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voltloop-events-");
    private readonly ServiceProvider _services;

    public EventHouse()
    {
        Record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.FullName });
        _services = new ServiceCollection().AddVoltloop(Record, _folder.FullName).BuildServiceProvider();
        // Usually only packs get passports; these tests are about all that events can bring forth.
        var fold = _services.GetRequiredService<FoldPolicy>();
        (fold.CreateCells, fold.CreateModules) = (true, true);
    }

    public SqliteRecord Record { get; }

    public IServiceProvider Services => _services;

    public IEventReader Events => _services.GetRequiredService<IEventReader>();

    public Task<CaptureResult> CaptureAsync(byte[] document, bool rollback = true) =>
        _services.GetRequiredService<CaptureDesk>().CaptureAsync(new CaptureRequest(document, rollback), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Record.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
