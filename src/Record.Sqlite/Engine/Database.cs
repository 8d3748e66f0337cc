using SQLitePCL;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Sqlite.Engine;

/// <summary>One connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class Database : IDisposable
{
    private const int BusyMilliseconds = 10_000;

    private readonly sqlite3 _handle;
    private readonly Dictionary<string, (sqlite3_stmt Statement, Query Query)> _queries = new(ReferenceOrTextComparer.Instance);

    static Database() => Batteries_V2.Init();

    private Database(sqlite3 handle, string path)
    {
        _handle = handle;
        Path = path;
    }

    public string Path { get; }

    /// <summary>False when SQLite has rolled the transaction back by itself.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    public static string Version => raw.sqlite3_libversion().utf8_to_string();

    public static Database OpenForWriting(string path, string? vfs = null) => Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, vfs);

    public static Database OpenForReading(string path) => File.Exists(path)
        ? Open(path, raw.SQLITE_OPEN_READONLY)
        : throw new ProblemException(RecordProblems.StoreMissing, $"{path} is not there.");

    /// <summary>The prepared statement of this text, ready to bind.</summary>
    public Query Get(string sql)
    {
        if (!_queries.TryGetValue(sql, out var found))
        {
            StoreErrors.Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement), _handle);
            found = (statement, new Query(_handle, statement));
            _queries.Add(sql, found);
        }

        return found.Query;
    }

    /// <summary>A statement of its own, also when one of the same text is in use. Its user closes it.</summary>
    public Query Prepare(string sql)
    {
        StoreErrors.Check(raw.sqlite3_prepare_v3(_handle, sql, 0, out var statement), _handle);
        return new Query(_handle, statement);
    }

    /// <summary>Runs one or more statements whose rows do not matter.</summary>
    public void Execute(string sql) => StoreErrors.Check(raw.sqlite3_exec(_handle, sql), _handle);

    public long Integer(string sql)
    {
        using var query = Get(sql);
        return query.Step() ? query.Integer(0) : 0;
    }

    /// <summary>Rolls back whatever is open; never throws.</summary>
    public void Rollback()
    {
        if (InTransaction)
        {
            raw.sqlite3_exec(_handle, "ROLLBACK");
        }
    }

    /// <summary>Stops what the connection is doing, from any thread.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(_handle);

    public void Dispose()
    {
        foreach (var (statement, _) in _queries.Values)
        {
            statement.Dispose();
        }

        _queries.Clear();
        _handle.Dispose();
    }

    private static Database Open(string path, int flags, string? vfs = null)
    {
        var code = raw.sqlite3_open_v2(path, out var handle, flags | raw.SQLITE_OPEN_NOMUTEX, vfs);
        if (code != raw.SQLITE_OK)
        {
            handle.Dispose();
            throw new ProblemException(StoreErrors.Problem(code, $"{path} cannot be opened").Problem with { Location = path });
        }

        raw.sqlite3_busy_timeout(handle, BusyMilliseconds);
        return new Database(handle, path);
    }
}
