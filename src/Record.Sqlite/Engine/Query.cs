using System.Text;
using SQLitePCL;

namespace Voltloop.Record.Sqlite.Engine;

/// <summary>A prepared statement. Disposing it readies it for its next use; the database frees it in the end.</summary>
internal sealed class Query(sqlite3 database, sqlite3_stmt statement) : IDisposable
{
    private const int StackBytes = 512;

    /// <summary>Sets parameter <paramref name="index"/>, from 1.</summary>
    public Query Bind(int index, long value)
    {
        raw.sqlite3_bind_int64(statement, index, value);
        return this;
    }

    public Query Bind(int index, double value)
    {
        raw.sqlite3_bind_double(statement, index, value);
        return this;
    }

    public Query BindNull(int index)
    {
        raw.sqlite3_bind_null(statement, index);
        return this;
    }

    public Query Bind(int index, string? text)
    {
        if (text is null)
        {
            return BindNull(index);
        }

        if (text.Length is 0 or > StackBytes / 3)
        {
            StoreErrors.Check(raw.sqlite3_bind_text(statement, index, text), database);
            return this;
        }

        Span<byte> bytes = stackalloc byte[StackBytes];
        StoreErrors.Check(raw.sqlite3_bind_text(statement, index, bytes[..Encoding.UTF8.GetBytes(text, bytes)]), database);
        return this;
    }

    public Query Bind(int index, ReadOnlySpan<byte> bytes)
    {
        StoreErrors.Check(bytes.IsEmpty ? raw.sqlite3_bind_zeroblob(statement, index, 0) : raw.sqlite3_bind_blob(statement, index, bytes), database);
        return this;
    }

    /// <summary>Goes to the next row; false after the last one.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        CheckDone(code);
        return false;
    }

    /// <summary>Runs a statement that gives no rows, and readies it for its next use.</summary>
    public void Run()
    {
        Step();
        Dispose();
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Integer(int column) => raw.sqlite3_column_int64(statement, column);

    public double Real(int column) => IsNull(column) ? double.NaN : raw.sqlite3_column_double(statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>Bytes that are valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(statement, column);

    public void Dispose() => raw.sqlite3_reset(statement);

    /// <summary>Frees a statement that is not used again.</summary>
    public void Close() => statement.Dispose();

    // A failed statement must be readied too, or its next parameters would silently not be bound.
    private void CheckDone(int code)
    {
        try
        {
            StoreErrors.Check(code, database);
        }
        catch
        {
            Dispose();
            throw;
        }
    }
}
