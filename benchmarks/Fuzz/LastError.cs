using Microsoft.Extensions.Logging;

namespace Voltloop.Bench.Fuzz;

/// <summary>Keeps the exception that was logged last: over HTTP it is not told.</summary>
internal sealed class LastError : ILoggerProvider, ILogger
{
    private Exception? _last;

    public Exception? Take() => Interlocked.Exchange(ref _last, null);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && exception is not null) _last = exception;
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}
