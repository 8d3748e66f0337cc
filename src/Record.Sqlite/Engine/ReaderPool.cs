using System.Collections.Concurrent;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Sqlite.Engine;

/// <summary>
/// Read-only connections, used again with their prepared statements. One is rented for the time of a synchronous read
/// and never across an await, so there are never more than threads that read.
/// </summary>
internal sealed class ReaderPool(string path) : IDisposable
{
    private const int MaxIdle = 16;

    private readonly ConcurrentBag<Database> _idle = [];
    private volatile bool _closed;

    /// <summary>Runs a read on a connection of its own.</summary>
    public T Read<T>(Func<Database, T> read)
    {
        var database = Rent();
        try
        {
            return read(database);
        }
        finally
        {
            Return(database);
        }
    }

    /// <summary>Runs a read that needs several queries to see the same state.</summary>
    public T ReadSnapshot<T>(Func<Database, T> read) => Read(database =>
    {
        database.Get("BEGIN").Run();
        try
        {
            return read(database);
        }
        finally
        {
            database.Rollback();
        }
    });

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var database))
        {
            database.Dispose();
        }
    }

    private Database Rent()
    {
        if (_closed)
        {
            throw new ProblemException(RecordProblems.StoreClosed, "The record was closed before the read.");
        }

        return _idle.TryTake(out var database) ? database : Open();
    }

    private Database Open()
    {
        var database = Database.OpenForReading(path);
        database.Execute("PRAGMA query_only = ON; PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY;");
        return database;
    }

    private void Return(Database database)
    {
        if (_closed || _idle.Count >= MaxIdle)
        {
            database.Dispose();
        }
        else
        {
            _idle.Add(database);
        }
    }
}
