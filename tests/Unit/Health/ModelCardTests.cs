using Voltloop.Health.BenchmarkMethods;
using Voltloop.Record.Ports;

namespace Voltloop.Tests.Unit.Health;

/// <summary>What a benchmark measured becomes a statement, each time a new one on the same thing.</summary>
public sealed class ModelCardTests
{
    private readonly List<WriteBatch> _written = [];
    private readonly ModelCards _cards;

    public ModelCardTests()
    {
        var record = new MemoryRecord();
        _cards = new ModelCards(record, new Pen(record, _written));
    }

    [Fact]
    public async Task The_best_model_of_a_run_is_stated_with_its_data_figures_and_validity()
    {
        (await _cards.FindAsync("made-up", TestContext.Current.CancellationToken)).ShouldBeNull();
        var card = await _cards.KeepAsync(Run(90), "tester", TestContext.Current.CancellationToken);
        card.Models.Single().ShouldBe(new ModelFigures("ours, chosen", BenchmarkSources.Own, card.Models[0].Figures));
        card.Models[0].Figures.ShouldBe(["90", "0.91"]);
        card.Published.Single().Model.ShouldBe("theirs");
        var found = (await _cards.FindAsync("made-up", TestContext.Current.CancellationToken)).ShouldNotBeNull();
        found.Statement.Term.ShouldBe("modelCard");
        found.Statement.Value.AsElement().GetProperty("validity")[0].GetString().ShouldBe("nothing was chosen on test data");
        found.Statement.Value.AsElement().GetProperty("columns")[1].GetString().ShouldBe("90 % held");
    }

    [Fact]
    public async Task A_later_run_adds_a_statement_and_no_second_thing()
    {
        await _cards.KeepAsync(Run(90), "tester", TestContext.Current.CancellationToken);
        await _cards.KeepAsync(Run(80), "tester", TestContext.Current.CancellationToken);
        _written.Select(batch => batch.Things.Count).ShouldBe([1, 0]);
        _written.Select(batch => batch.Assertions[0].Statements[0].Value.AsElement().GetProperty("models")[0].GetProperty("figures")[0].GetString()).ShouldBe(["90", "80"]);
    }

    private static BenchmarkRun Run(int error) => new("made-up", DateTimeOffset.UnixEpoch.AddDays(error), 1, new BenchmarkTable(
        "Error of a made-up thing, cycles",
        ["error", "90 % held"],
        [
            new BenchmarkRow("theirs", BenchmarkSources.Published, ["100", ""], Best: false),
            new BenchmarkRow("ours, first try", BenchmarkSources.Own, ["120", "0.90"], Best: false),
            new BenchmarkRow("ours, chosen", BenchmarkSources.Own, [error.ToString(System.Globalization.CultureInfo.InvariantCulture), "0.91"], Best: true),
        ],
        ["nothing was chosen on test data"]));

    private sealed class Pen(MemoryRecord record, List<WriteBatch> written) : IRecordWriter
    {
        public Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellation = default)
        {
            written.Add(batch);
            record.Apply(batch);
            return Task.FromResult<WriteReceipt>(null!);
        }
    }
}
