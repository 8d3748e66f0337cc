using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;

namespace Voltloop.Tests.Unit.Record;

/// <summary>Only what the vocabulary defines gets through.</summary>
public sealed class VocabularyCheckedWriterTests
{
    private readonly Passed _passed = new();

    [Theory]
    [InlineData("number", "31.2", "Ah")]
    [InlineData("text", "\"LFP\"", null)]
    [InlineData("boolean", "false", null)]
    [InlineData("date", "\"2026-03\"", null)]
    [InlineData("date", "\"2026-03-04\"", null)]
    [InlineData("date", "\"2026-03-04T05:06:07Z\"", null)]
    [InlineData("date", "\"7172-75-08\"", null)]
    [InlineData("link", "\"telnet://192.0.2.16:80/\"", null)]
    [InlineData("structure", "[{\"a\":1}]", null)]
    [InlineData("link", "\"https://example.com/x\"", null)]
    [InlineData("link", "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"", null)]
    public async Task What_fits_its_term_is_written(string term, string json, string? unit)
    {
        await Write(term, json, unit);
        _passed.Batches.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("number", "31.2", "mAh")]
    [InlineData("number", "31.2", null)]
    [InlineData("number", "\"31.2\"", "Ah")]
    [InlineData("text", "1", null)]
    [InlineData("text", "\"LFP\"", "Ah")]
    [InlineData("boolean", "0", null)]
    [InlineData("date", "20260304", null)]
    [InlineData("structure", "\"x\"", null)]
    [InlineData("link", "\"somewhere\"", null)]
    [InlineData("link", "\"javascript:alert(1)\"", null)]
    public async Task What_does_not_fit_is_refused_with_its_place(string term, string json, string? unit)
    {
        var problem = (await Should.ThrowAsync<ProblemException>(() => Write(term, json, unit))).Problem;
        problem.Kind.ShouldBe(CommonProblems.InvalidValue);
        problem.Location.ShouldBe("/assertions/0/statements/0");
        _passed.Batches.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_term_is_refused() =>
        (await Should.ThrowAsync<ProblemException>(() => Write("colour", "1", null))).Problem.Kind.ShouldBe(CommonProblems.UnknownTerm);

    [Fact]
    public async Task An_end_needs_neither_unit_nor_value()
    {
        await Write("number", "null", null, StatementKind.Ended);
        _passed.Batches.Count.ShouldBe(1);
    }

    private Task<WriteReceipt> Write(string term, string json, string? unit, StatementKind kind = StatementKind.Value)
    {
        var statement = new Statement(ThingId.Parse("https://example.com/a"), term, StatementValue.FromStoredJson(json), DateTimeOffset.UnixEpoch) { Unit = unit, Kind = kind };
        return new VocabularyCheckedWriter(_passed, new SixTerms()).WriteAsync(new WriteBatch { Assertions = [new Assertion("issuer", [statement])] });
    }

    private sealed class Passed : IRecordWriter
    {
        public List<WriteBatch> Batches { get; } = [];

        public Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellation = default)
        {
            Batches.Add(batch);
            return Task.FromResult(new WriteReceipt(DateTimeOffset.UnixEpoch, 1, 0, 1, 0));
        }
    }

    private sealed class SixTerms : IVocabulary
    {
        public IReadOnlyList<Term> Terms { get; } =
            [.. Enum.GetValues<TermType>().Select(t => new Term(t.ToString().ToLowerInvariant(), t.ToString(), "Group", t, t == TermType.Number ? "Ah" : null, 1))];

        public Term? Find(string id) => Terms.FirstOrDefault(t => t.Id == id);
    }
}
