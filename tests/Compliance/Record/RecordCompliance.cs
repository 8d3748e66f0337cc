using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Tests.Compliance.Model;

namespace Voltloop.Tests.Compliance.Record;

/// <summary>
/// What every adapter of the record must do, said over the ports only. An adapter's test class derives from each part and
/// opens an empty record.
/// </summary>
public abstract class RecordCompliance : IAsyncLifetime
{
    protected static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    protected IRecordReader Reader { get; private set; } = null!;

    protected IRecordWriter Writer { get; private set; } = null!;

    /// <summary>The clock of the record under test.</summary>
    protected ManualTime Time { get; } = new(Day);

    public async ValueTask InitializeAsync() => (Reader, Writer) = await OpenAsync(Time);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens an empty record.</summary>
    protected abstract Task<(IRecordReader Reader, IRecordWriter Writer)> OpenAsync(TimeProvider time);

    protected virtual ValueTask CloseAsync() => default;

    protected static ThingId Id(string name) => ThingId.Parse($"https://example.com/{name}");

    protected static Thing Cell(string name) => new(Id(name), ThingKind.Cell, $"Cell {name}");

    protected static Statement Fact(string thing, string term, double value, int day = 0) =>
        new(Id(thing), term, StatementValue.Of(value), Day.AddDays(day)) { Unit = "Ah" };

    protected static Statement Without(string thing, string term, StatementKind kind, int day) =>
        new(Id(thing), term, default, Day.AddDays(day)) { Kind = kind };

    protected Task<WriteReceipt> Register(params Thing[] things) => Writer.WriteAsync(new WriteBatch { Things = things });

    protected Task<WriteReceipt> State(params Statement[] statements) =>
        Writer.WriteAsync(new WriteBatch { Assertions = [new Assertion("https://example.com/issuer", statements)] });

    protected async Task<double?> Value(string thing, string term, AsOf asOf)
    {
        var statements = await Reader.ReadStatementsAsync(Id(thing), asOf);
        return statements.SingleOrDefault(s => s.Statement.Term == term)?.Statement.Value.AsNumber();
    }

    protected static async Task Refused(ProblemKind kind, Func<Task> write)
    {
        var problem = await Should.ThrowAsync<ProblemException>(write);
        problem.Problem.Kind.ShouldBe(kind);
    }
}
