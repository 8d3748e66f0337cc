using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Voltloop.Kernels.Lineage;
using Voltloop.Tracing.TraceLineage;

namespace Voltloop.Bench.Lineage;

/// <summary>One chain in both forms: our rows in a mapped file, and two covering tables of SQLite asked by recursive queries.</summary>
/// <param name="cells">Cells.</param>
/// <param name="isShuffled">Numbered at random; else in the order in which events name things, as the index does.</param>
internal sealed class Chains(int cells, bool isShuffled = true) : IDisposable
{
    private readonly Folder _folder = new();
    private SqliteConnection? _plain;

    static Chains() => SQLitePCL.Batteries_V2.Init();

    public int Cells { get; } = cells;

    public override string ToString() => $"{Cells:N0} cells{(isShuffled ? "" : ", in order")}";

    public Chain Chain { get; private set; } = null!;

    public LineageGraph Graph { get; private set; } = null!;

    public SqliteConnection Plain => _plain!;

    /// <summary>A file of its own.</summary>
    public string FilePath(string name) => Path.Combine(_folder.Path, name);

    /// <summary>Seconds to build ours, and the tables.</summary>
    public (double Ours, double Plain) Built { get; private set; }

    public void Build()
    {
        if (_plain is not null) return;
        Chain = new Chain(Cells, isShuffled);
        var clock = Stopwatch.StartNew();
        var rows = LineageBuilder.Build(Chain.Nodes, CollectionsMarshal.AsSpan(Chain.Edges), bytes => MappedMemory.Create(Path.Combine(_folder.Path, "rows"), bytes));
        Graph = new LineageDelta(rows).Graph();
        var ours = clock.Elapsed.TotalSeconds;
        clock.Restart();
        _plain = Fill();
        Built = (ours, clock.Elapsed.TotalSeconds);
    }

    public void Dispose()
    {
        _plain?.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private SqliteConnection Fill()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "lineage.db")}");
        connection.Open();
        Run(connection, """
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;
            CREATE TABLE down (a INTEGER NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
            CREATE TABLE up (b INTEGER NOT NULL, a INTEGER NOT NULL, PRIMARY KEY (b, a)) WITHOUT ROWID;
            BEGIN
            """);
        Insert(connection, "INSERT OR IGNORE INTO down (a, b) VALUES ($a, $b)", Chain.Edges.OrderBy(e => e.From));
        Insert(connection, "INSERT OR IGNORE INTO up (a, b) VALUES ($a, $b)", Chain.Edges.OrderBy(e => e.To));
        Run(connection, "COMMIT");
        return connection;
    }

    private static void Insert(SqliteConnection connection, string sql, IEnumerable<LineageEdge> edges)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        var (a, b) = (command.Parameters.Add("$a", SqliteType.Integer), command.Parameters.Add("$b", SqliteType.Integer));
        foreach (var edge in edges)
        {
            (a.Value, b.Value) = (edge.From, edge.To);
            command.ExecuteNonQuery();
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
