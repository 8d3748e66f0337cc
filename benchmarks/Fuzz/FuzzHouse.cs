using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Voltloop.App.Hosting;
using Voltloop.Record.Sqlite;
using Voltloop.Web.Composition;

namespace Voltloop.Bench.Fuzz;

/// <summary>The whole application over an empty store, in this process, so that an unforeseen error is seen with its place.</summary>
internal sealed class FuzzHouse : IAsyncDisposable, ILoggerProvider, ILogger
{
    private readonly Folder _folder = new();
    private readonly SqliteRecord _record;
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Exception> _unforeseen = new();

    private FuzzHouse()
    {
        // Errors are looked at here, not written.
        Console.SetError(TextWriter.Null);
        File.WriteAllText(Path.Combine(_folder.Path, HouseSettings.FileName), """{"Access":{"AnonymousBurst":100000000,"AnonymousPerSecond":1000000},"Observability":{"LogLevel":"error"}}""");
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.Path });
        _app = Server.Build(_record, _folder.Path, "http://127.0.0.1:0");
    }

    public HttpClient Client { get; private set; } = new();

    public static async Task<FuzzHouse> StartAsync(TimeSpan limit)
    {
        var house = new FuzzHouse();
        await house._app.StartAsync();
        house._app.Services.GetRequiredService<ILoggerFactory>().AddProvider(house);
        house.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(house._app.Urls.First()), Timeout = limit };
        return house;
    }

    /// <summary>What went wrong unforeseen since the last question; <c>null</c> for nothing.</summary>
    public Exception? Unforeseen()
    {
        Exception? last = null;
        while (_unforeseen.TryDequeue(out var one)) last = one;
        return last;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is not null && IsEnabled(logLevel)) _unforeseen.Enqueue(exception);
    }

    public void Dispose()
    {
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _record.DisposeAsync();
        _folder.Dispose();
    }
}
