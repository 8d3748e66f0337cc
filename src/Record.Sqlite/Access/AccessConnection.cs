using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Access;

/// <summary>
/// A connection of its own for accounts, and for the access log of a process that does not write the record, opened at first
/// use. It waits its turn behind the writer of the record, and works beside a server that another process runs.
/// </summary>
internal sealed class AccessConnection(string path) : IDisposable
{
    private readonly Lock _lock = new();
    private Database? _database;

    /// <summary>Runs something that needs no transaction.</summary>
    public T Use<T>(Func<Database, T> use)
    {
        lock (_lock)
        {
            return use(_database ??= Open());
        }
    }

    /// <summary>Runs changes that belong together; durable when it returns.</summary>
    public void Change(Action<Database> change) => Use(database =>
    {
        database.Get("BEGIN IMMEDIATE").Run();
        try
        {
            change(database);
            database.Get("COMMIT").Run();
            return true;
        }
        catch
        {
            database.Rollback();
            throw;
        }
    });

    public void Dispose()
    {
        lock (_lock)
        {
            _database?.Dispose();
            _database = null;
        }
    }

    private Database Open()
    {
        var database = Database.OpenForWriting(path);
        Schema.CheckCurrent(database);
        database.Execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -1024;");
        return database;
    }
}
