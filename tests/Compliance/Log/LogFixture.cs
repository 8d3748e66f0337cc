using System.Globalization;
using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Sqlite.Operations;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Tests.Compliance.Model;

namespace Voltloop.Tests.Compliance.Log;

/// <summary>A store with a log in a folder that goes with the test.</summary>
public abstract class LogFixture : IDisposable
{
    protected static readonly ThingId Cell = ThingId.Parse("https://example.com/cell");
    protected static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    protected string Store => Path.Combine(_folder.Path, "store");

    protected string DatabaseFile => Path.Combine(Store, SqliteRecord.FileName);

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
    }

    protected SqliteRecord Open(bool readOnly = false) => SqliteRecord.Open(new SqliteRecordOptions { Directory = Store, ReadOnly = readOnly });

    protected static Statement Fact(int n) =>
        new(Cell, $"term{n}", StatementValue.Of(n + 0.5), Day) { Unit = "Ah", Evidence = new Evidence("measured") };

    /// <summary>Assertions with so many statements each.</summary>
    protected static WriteBatch Facts(int assertions, int statements = 1) => new()
    {
        Things = [new Thing(Cell, ThingKind.Cell, "Cell")],
        Assertions = [.. Enumerable.Range(0, assertions).Select(a => new Assertion(
            $"tester {a.ToString(CultureInfo.InvariantCulture)}", [.. Enumerable.Range(0, statements).Select(Fact)]))],
    };

    protected async Task<DoctorReport> Examine()
    {
        await using var record = Open(readOnly: true);
        return await record.ExamineAsync(new DoctorOptions());
    }
}
