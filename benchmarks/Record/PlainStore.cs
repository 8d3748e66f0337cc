using System.Text.Json;
using Microsoft.Data.Sqlite;
using Voltloop.Record.Log;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;

namespace Voltloop.Bench.Record;

/// <summary>
/// What one would write first: a table per noun, texts in the rows, one command per row through Microsoft.Data.Sqlite.
/// Same journal, same durability, same answers. Commands are prepared once, as a careful first version would do.
/// </summary>
internal sealed class PlainStore : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _statement;
    private readonly SqliteCommand _sample;
    private readonly Lock _gate = new();
    private long _last;

    static PlainStore() => SQLitePCL.Batteries_V2.Init();

    public PlainStore(string directory)
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(directory, "plain.db")}");
        _connection.Open();
        Execute("""
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            CREATE TABLE thing (uri TEXT PRIMARY KEY, label TEXT NOT NULL);
            CREATE TABLE statement (id INTEGER PRIMARY KEY, thing TEXT NOT NULL, term TEXT NOT NULL, valid_from INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
              issuer TEXT NOT NULL, kind INTEGER NOT NULL, value TEXT NOT NULL, unit TEXT, lower REAL, upper REAL, level REAL, evidence TEXT NOT NULL);
            CREATE INDEX statement_by_thing ON statement (thing, term, valid_from);
            CREATE TABLE sample (series TEXT NOT NULL, number INTEGER NOT NULL, t REAL, v REAL, i REAL, c REAL, PRIMARY KEY (series, number)) WITHOUT ROWID;
            """);
        _statement = Command(
            "INSERT INTO statement (thing, term, valid_from, recorded_at, issuer, kind, value, unit, lower, upper, level, evidence) "
            + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)", 12);
        _sample = Command("INSERT INTO sample (series, number, t, v, i, c) VALUES ($1, $2, $3, $4, $5, $6)", 6);
    }

    public long Bytes => new FileInfo(_connection.DataSource).Length;

    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Writes statements in one transaction.</summary>
    public int Write(IEnumerable<(Statement Statement, string Issuer)> statements)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            _statement.Transaction = transaction;
            var at = _last = Math.Max(_last + 1, RecordTime.ToMicroseconds(DateTimeOffset.UtcNow));
            var count = 0;
            foreach (var (statement, issuer) in statements)
            {
                Write(statement, issuer, at);
                count++;
            }

            transaction.Commit();
            return count;
        }
    }

    /// <summary>Writes samples, a row per moment, in one transaction.</summary>
    public long Write(SeriesAppend append)
    {
        using var transaction = _connection.BeginTransaction();
        _sample.Transaction = transaction;
        var rows = append.Columns[0].Length;
        for (var i = 0; i < rows; i++)
        {
            Set(_sample, append.Spec.Id, i, append.Columns[0][i], append.Columns[1][i], append.Columns[2][i], append.Columns[3][i]);
            _sample.ExecuteNonQuery();
        }

        transaction.Commit();
        return rows * 4L;
    }

    /// <summary>Reads all samples of a series.</summary>
    public long ReadSeries(string id)
    {
        using var command = Command("SELECT t, v, i, c FROM sample WHERE series = $1 ORDER BY number", 1);
        Set(command, id);
        using var row = command.ExecuteReader();
        var columns = Enumerable.Range(0, 4).Select(_ => new List<double>()).ToArray();
        while (row.Read())
        {
            for (var c = 0; c < columns.Length; c++)
            {
                columns[c].Add(row.GetDouble(c));
            }
        }

        return columns.Sum(c => (long)c.Count);
    }

    /// <summary>The statements that hold for a thing now: the latest row of each term.</summary>
    public List<RecordedStatement> ReadView(SqliteCommand command, string thing)
    {
        Set(command, thing, long.MaxValue);
        using var row = command.ExecuteReader();
        var found = new List<RecordedStatement>();
        while (row.Read())
        {
            found.Add(Read(row));
        }

        return found;
    }

    public SqliteCommand ViewCommand() => Command(
        "SELECT id, thing, term, valid_from, recorded_at, issuer, kind, value, unit, lower, upper, level, evidence FROM "
        + "(SELECT *, row_number() OVER (PARTITION BY term ORDER BY valid_from DESC, id DESC) AS place FROM statement WHERE thing = $1 AND valid_from <= $2) "
        + "WHERE place = 1 AND kind = 0 ORDER BY term", 2);

    public void Dispose()
    {
        _statement.Dispose();
        _sample.Dispose();
        _connection.Dispose();
        SqliteConnection.ClearAllPools();
    }

    private static RecordedStatement Read(SqliteDataReader row)
    {
        var statement = new Statement(
            Core.Identities.ThingId.Parse(row.GetString(1)), row.GetString(2), StatementValue.FromStoredJson(row.GetString(7)), RecordTime.FromMicroseconds(row.GetInt64(3)))
        {
            Unit = row.IsDBNull(8) ? null : row.GetString(8),
            Uncertainty = row.IsDBNull(9) ? null : new(row.GetDouble(9), row.GetDouble(10), row.GetDouble(11)),
            Evidence = JsonSerializer.Deserialize<Core.Provenance.Evidence>(row.GetString(12))!,
        };
        return new RecordedStatement(statement, row.GetInt64(0), 0, row.GetString(5), RecordTime.FromMicroseconds(row.GetInt64(4)));
    }

    private static void Set(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
    }

    private void Write(Statement statement, string issuer, long at)
    {
        var interval = statement.Uncertainty;
        Set(
            _statement, statement.Thing.Value, statement.Term, RecordTime.ToMicroseconds(statement.ValidFrom), at, issuer, (int)statement.Kind, statement.Value.Json,
            (object?)statement.Unit ?? DBNull.Value, (object?)interval?.Lower ?? DBNull.Value, (object?)interval?.Upper ?? DBNull.Value,
            (object?)interval?.Level ?? DBNull.Value, JsonSerializer.Serialize(statement.Evidence));
        _statement.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter($"${i}", null));
        }

        return command;
    }
}
