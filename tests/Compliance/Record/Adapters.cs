using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Tests.Compliance.Model;

namespace Voltloop.Tests.Compliance.Record;

/// <summary>Opens the adapters for the compliance classes below; a further adapter adds its five lines here.</summary>
internal sealed class SqliteHome : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private SqliteRecord? _record;

    public (IRecordReader Reader, IRecordWriter Writer) Open(TimeProvider time)
    {
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.Path, Time = time });
        return (_record, _record);
    }

    public async ValueTask DisposeAsync()
    {
        await _record!.DisposeAsync();
        _folder.Dispose();
    }
}

public sealed class SqliteStatementCompliance : StatementCompliance
{
    private readonly SqliteHome _home = new();

    protected override Task<(IRecordReader Reader, IRecordWriter Writer)> OpenAsync(TimeProvider time) => Task.FromResult(_home.Open(time));

    protected override ValueTask CloseAsync() => _home.DisposeAsync();
}

public sealed class MemoryStatementCompliance : StatementCompliance
{
    protected override Task<(IRecordReader Reader, IRecordWriter Writer)> OpenAsync(TimeProvider time)
    {
        var record = new MemoryRecord(time);
        return Task.FromResult<(IRecordReader, IRecordWriter)>((record, record));
    }
}

public sealed class SqliteThingCompliance : ThingCompliance
{
    private readonly SqliteHome _home = new();

    protected override Task<(IRecordReader Reader, IRecordWriter Writer)> OpenAsync(TimeProvider time) => Task.FromResult(_home.Open(time));

    protected override ValueTask CloseAsync() => _home.DisposeAsync();
}

public sealed class MemoryThingCompliance : ThingCompliance
{
    protected override Task<(IRecordReader Reader, IRecordWriter Writer)> OpenAsync(TimeProvider time)
    {
        var record = new MemoryRecord(time);
        return Task.FromResult<(IRecordReader, IRecordWriter)>((record, record));
    }
}

public sealed class SqliteSeriesCompliance : SeriesCompliance
{
    private readonly SqliteHome _home = new();

    protected override Task<(IRecordReader Reader, IRecordWriter Writer)> OpenAsync(TimeProvider time) => Task.FromResult(_home.Open(time));

    protected override ValueTask CloseAsync() => _home.DisposeAsync();
}

public sealed class MemorySeriesCompliance : SeriesCompliance
{
    protected override Task<(IRecordReader Reader, IRecordWriter Writer)> OpenAsync(TimeProvider time)
    {
        var record = new MemoryRecord(time);
        return Task.FromResult<(IRecordReader, IRecordWriter)>((record, record));
    }
}

public sealed class SqliteDocumentCompliance : DocumentCompliance
{
    private readonly SqliteHome _home = new();

    protected override Task<(IRecordReader Reader, IRecordWriter Writer)> OpenAsync(TimeProvider time) => Task.FromResult(_home.Open(time));

    protected override ValueTask CloseAsync() => _home.DisposeAsync();
}

public sealed class MemoryDocumentCompliance : DocumentCompliance
{
    protected override Task<(IRecordReader Reader, IRecordWriter Writer)> OpenAsync(TimeProvider time)
    {
        var record = new MemoryRecord(time);
        return Task.FromResult<(IRecordReader, IRecordWriter)>((record, record));
    }
}

