using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Core.Time;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Tests.Compliance.Record;

/// <summary>Statements: writing, both times, history, refusals.</summary>
public abstract class StatementCompliance : RecordCompliance
{
    [Fact]
    public async Task A_statement_comes_back_with_everything_that_was_stated()
    {
        await Register(Cell("a"));
        var stated = Fact("a", "ratedCapacity", 31.25) with
        {
            Uncertainty = new Interval(31, 31.5, 0.95),
            Evidence = new Evidence("capacity.median", "doi:10.1/x", "20 to 30 Cel", ["urn:series:1", "urn:series:2"]),
        };
        var receipt = await State(stated);

        var found = (await Reader.ReadStatementsAsync(Id("a"), AsOf.Latest)).ShouldHaveSingleItem();

        (found.Statement with { Evidence = stated.Evidence }).ShouldBe(stated);
        found.Statement.Evidence.Inputs.ShouldBe(stated.Evidence.Inputs);
        (found.Statement.Evidence with { Inputs = stated.Evidence.Inputs }).ShouldBe(stated.Evidence);
        (found.Assertion, found.Ordinal, found.Issuer, found.RecordedAt).ShouldBe((1, 0, "https://example.com/issuer", receipt.RecordedAt));
        (receipt.FirstAssertion, receipt.Statements).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData("1.50")]
    [InlineData("-0")]
    [InlineData("12345678901234567890")]
    [InlineData("\"Gr\\u00fc\\u00dfe \\ud83d\\ude00\"")]
    [InlineData("\"Grüße 😀\"")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{\"a\":[1,{\"b\":null}]}")]
    public async Task Values_keep_their_text(string json)
    {
        await Register(Cell("a"));
        await State(Fact("a", "term", 0) with { Value = StatementValue.FromStoredJson(json) });

        (await Reader.ReadStatementsAsync(Id("a"), AsOf.Latest))[0].Statement.Value.Json.ShouldBe(json);
    }

    [Fact]
    public async Task Terms_come_in_the_order_of_their_names()
    {
        await Register(Cell("a"));
        await State(Fact("a", "zinc", 1), Fact("a", "Anode", 2), Fact("a", "cathode", 3));

        (await Reader.ReadStatementsAsync(Id("a"), AsOf.Latest)).Select(s => s.Statement.Term).ShouldBe(["Anode", "cathode", "zinc"]);
    }

    [Fact]
    public async Task The_latest_validity_not_after_the_moment_holds()
    {
        await Register(Cell("a"));
        await State(Fact("a", "soh", 100), Fact("a", "soh", 90, day: 20), Fact("a", "soh", 95, day: 10));

        (await Value("a", "soh", AsOf.At(Day.AddDays(-1)))).ShouldBeNull();
        (await Value("a", "soh", AsOf.At(Day))).ShouldBe(100);
        (await Value("a", "soh", AsOf.At(Day.AddDays(10)))).ShouldBe(95);
        (await Value("a", "soh", AsOf.At(Day.AddDays(20).AddMicroseconds(-1)))).ShouldBe(95);
        (await Value("a", "soh", AsOf.Latest)).ShouldBe(90);
    }

    [Fact]
    [Trait("Requirement", "18221-1")]
    [Trait("Requirement", "18222-2")]
    public async Task The_past_can_be_read_as_it_was_known_then()
    {
        await Register(Cell("a"));
        var first = await State(Fact("a", "soh", 100));
        var second = await State(Fact("a", "soh", 98));

        (await Value("a", "soh", new AsOf(Day, first.RecordedAt))).ShouldBe(100);
        (await Value("a", "soh", new AsOf(Day, second.RecordedAt))).ShouldBe(98);
        (await Value("a", "soh", new AsOf(Day, first.RecordedAt.AddMicroseconds(-1)))).ShouldBeNull();
        (await Value("a", "soh", default)).ShouldBeNull();
    }

    [Fact]
    public async Task The_later_place_in_an_assertion_wins()
    {
        await Register(Cell("a"));
        await State(Fact("a", "soh", 1), Fact("a", "soh", 2));

        (await Value("a", "soh", AsOf.Latest)).ShouldBe(2);
    }

    [Fact]
    public async Task An_ended_statement_leaves_no_value_until_a_new_one()
    {
        await Register(Cell("a"));
        await State(Fact("a", "soh", 100), Without("a", "soh", StatementKind.Ended, 10), Fact("a", "soh", 80, day: 20));

        (await Value("a", "soh", AsOf.At(Day.AddDays(9)))).ShouldBe(100);
        (await Value("a", "soh", AsOf.At(Day.AddDays(10)))).ShouldBeNull();
        (await Value("a", "soh", AsOf.At(Day.AddDays(20)))).ShouldBe(80);
    }

    [Fact]
    public async Task A_retraction_brings_back_the_value_before()
    {
        await Register(Cell("a"));
        await State(Fact("a", "soh", 100), Fact("a", "soh", 50, day: 10));
        var before = await State(Fact("a", "soh", 51, day: 10));
        await State(Without("a", "soh", StatementKind.Retracted, 10));

        (await Value("a", "soh", AsOf.Latest)).ShouldBe(100);
        (await Value("a", "soh", new AsOf(DateTimeOffset.MaxValue, before.RecordedAt))).ShouldBe(51);
    }

    [Fact]
    public async Task A_value_stated_after_a_retraction_for_the_same_moment_holds()
    {
        await Register(Cell("a"));
        await State(Fact("a", "soh", 50, day: 10));
        await State(Without("a", "soh", StatementKind.Retracted, 10));
        await State(Fact("a", "soh", 97, day: 10));

        (await Value("a", "soh", AsOf.Latest)).ShouldBe(97);
    }

    [Fact]
    public async Task A_retracted_end_brings_the_value_back()
    {
        await Register(Cell("a"));
        await State(Fact("a", "soh", 100), Without("a", "soh", StatementKind.Ended, 10));
        await State(Without("a", "soh", StatementKind.Retracted, 10));

        (await Value("a", "soh", AsOf.Latest)).ShouldBe(100);
    }

    [Fact]
    public async Task Long_histories_of_one_term_do_not_hide_the_others()
    {
        await Register(Cell("a"));
        await State([.. Enumerable.Range(0, 500).Select(d => Fact("a", "middle", d, d)), Fact("a", "first", 1), Fact("a", "zlast", 2)]);

        var late = await Reader.ReadStatementsAsync(Id("a"), AsOf.Latest);
        var early = await Reader.ReadStatementsAsync(Id("a"), AsOf.At(Day.AddDays(3)));

        late.Select(s => s.Statement.Value.AsNumber()).ShouldBe([1, 499, 2]);
        early.Select(s => s.Statement.Value.AsNumber()).ShouldBe([1, 3, 2]);
    }

    [Fact]
    public async Task A_term_is_read_over_all_things_in_their_order()
    {
        await Register(Cell("c"), Cell("a"), Cell("b"), Cell("d"));
        await State(Fact("c", "soh", 3), Fact("a", "soh", 1), Fact("b", "other", 9), Fact("d", "soh", 4));
        await State(Without("d", "soh", StatementKind.Retracted, 0));

        var found = await Reader.ReadTermAsync("soh", AsOf.Latest).ToListAsync();

        found.Select(s => (s.Statement.Thing, s.Statement.Value.AsNumber())).ShouldBe([(Id("a"), 1), (Id("c"), 3)]);
        (await Reader.ReadTermAsync("never", AsOf.Latest).CountAsync()).ShouldBe(0);
    }

    [Fact]
    [Trait("Requirement", "18221-1")]
    public async Task History_lists_everything_newest_first_in_pages()
    {
        await Register(Cell("a"), Cell("b"));
        await State(Fact("a", "x", 1), Fact("b", "x", 2), Fact("a", "y", 3));
        var known = await State(Fact("a", "x", 4));
        await State(Without("a", "x", StatementKind.Retracted, 0));

        var all = new List<RecordedStatement>();
        for (string? cursor = null; cursor is not null || all.Count == 0;)
        {
            var page = await Reader.ReadHistoryAsync(new HistoryQuery(Id("a")) { Limit = 2, Cursor = cursor });
            page.Items.Count.ShouldBe(2);
            all.AddRange(page.Items);
            cursor = page.Next;
        }

        all.Select(s => (s.Assertion, s.Ordinal)).ShouldBe([(3, 0), (2, 0), (1, 2), (1, 0)]);
        (await Reader.ReadHistoryAsync(new HistoryQuery(Id("a")) { Term = "y" })).Items.ShouldHaveSingleItem().Statement.Term.ShouldBe("y");
        (await Reader.ReadHistoryAsync(new HistoryQuery(Id("a")) { KnownAt = known.RecordedAt })).Items.Count.ShouldBe(3);
        (await Reader.ReadHistoryAsync(new HistoryQuery(Id("nobody")))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Moments_are_kept_to_the_microsecond_in_utc()
    {
        await Register(Cell("a"));
        var moment = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(2)).AddTicks(12_345_678);
        await State(Fact("a", "x", 1) with { ValidFrom = moment });

        var found = (await Reader.ReadStatementsAsync(Id("a"), AsOf.Latest))[0].Statement.ValidFrom;

        found.ShouldBe(RecordTime.Cut(moment));
        found.Offset.ShouldBe(TimeSpan.Zero);
        (moment - found).ShouldBe(TimeSpan.FromTicks(8));
    }

    [Fact]
    public async Task The_clock_of_the_record_never_stands_still_or_goes_back()
    {
        var first = await Register(Cell("a"));
        var second = await Register(Cell("b"));
        Time.Now = Day.AddDays(-1);
        var third = await State(Fact("a", "x", 1));
        Time.Now = Day.AddDays(1);
        var fourth = await State(Fact("a", "x", 1));

        second.RecordedAt.ShouldBe(first.RecordedAt + RecordTime.Resolution);
        third.RecordedAt.ShouldBe(second.RecordedAt + RecordTime.Resolution);
        fourth.RecordedAt.ShouldBe(Day.AddDays(1));
    }

    [Fact]
    public async Task Assertions_are_numbered_over_batches()
    {
        await Register(Cell("a"));
        Assertion One(string issuer) => new(issuer, [Fact("a", "x", 1)]);
        var first = await Writer.WriteAsync(new WriteBatch { Assertions = [One("i"), One("j")] });
        var empty = await Writer.WriteAsync(new WriteBatch());
        var second = await Writer.WriteAsync(new WriteBatch { Assertions = [One("k")] });

        (first.FirstAssertion, empty.FirstAssertion, second.FirstAssertion).ShouldBe((1, 0, 3));
        (await Reader.ReadHistoryAsync(new HistoryQuery(Id("a")))).Items.Select(s => s.Issuer).ShouldBe(["k", "j", "i"]);
    }

    [Fact]
    public async Task A_statement_about_an_unknown_thing_is_refused_with_its_whole_batch()
    {
        await Register(Cell("a"));

        await Refused(RecordProblems.UnknownThing, () => State(Fact("a", "x", 1), Fact("nobody", "x", 1)));

        (await Reader.ReadStatementsAsync(Id("a"), AsOf.Latest)).ShouldBeEmpty();
        (await State(Fact("a", "x", 2))).FirstAssertion.ShouldBe(1);
    }

    [Fact]
    public async Task Broken_statements_are_refused_by_name()
    {
        await Register(Cell("a"));
        var fact = Fact("a", "x", 1);
        await Refused(CommonProblems.InvalidValue, () => State());
        await Refused(CommonProblems.InvalidValue, () => State(fact with { Value = default }));
        await Refused(CommonProblems.InvalidValue, () => State(fact with { Kind = StatementKind.Ended }));
        await Refused(CommonProblems.InvalidValue, () => State(fact with { Kind = (StatementKind)7, Value = default }));
        await Refused(CommonProblems.InvalidValue, () => State(fact with { Term = " " }));
        await Refused(CommonProblems.InvalidValue, () => State(fact with { Term = "a\0b" }));
        await Refused(CommonProblems.InvalidValue, () => State(fact with { Unit = "" }));
        await Refused(CommonProblems.InvalidValue, () => State(fact with { Value = StatementValue.FromStoredJson("{\"a\":") }));
        await Refused(CommonProblems.InvalidValue, () => State(fact with { Value = StatementValue.FromStoredJson("1e999") }));
        await Refused(CommonProblems.InvalidValue, () => State(fact with { Value = StatementValue.FromStoredJson("\"\ud800\"") }));
        await Refused(CommonProblems.InvalidValue, () => State(fact with { Value = StatementValue.FromStoredJson(new string('[', 100) + new string(']', 100)) }));
        await Refused(CommonProblems.InvalidValue, () => State(fact with { Uncertainty = new Interval(2, 1, 0.9) }));
        await Refused(CommonProblems.InvalidValue, () => State(fact with { Uncertainty = new Interval(1, double.NaN, 0.9) }));
        await Refused(CommonProblems.InvalidValue, () => State(fact with { Uncertainty = new Interval(1, 2, 1) }));
        await Refused(CommonProblems.InvalidValue, () => State(fact with { Evidence = new Evidence("") }));
        await Refused(CommonProblems.InvalidIdentifier, () => State(fact with { Thing = default }));
        await Refused(CommonProblems.LimitExceeded, () => State(fact with { Value = StatementValue.Of(new string('x', WriteLimits.MaxValueBytes)) }));
        await Refused(CommonProblems.LimitExceeded, () => State([.. Enumerable.Repeat(fact, WriteLimits.MaxStatements + 1)]));
        (await Reader.ReadHistoryAsync(new HistoryQuery(Id("a")))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_place_of_a_broken_statement_is_named()
    {
        await Register(Cell("a"));

        var problem = await Should.ThrowAsync<ProblemException>(() => State(Fact("a", "x", 1), Fact("a", "", 1)));

        problem.Problem.Location.ShouldBe("/assertions/0/statements/1");
    }

    [Fact]
    public async Task Concurrent_writers_are_all_served_and_a_bad_batch_fails_alone()
    {
        await Register([.. Enumerable.Range(0, 8).Select(i => Cell($"c{i}"))]);

        var writes = Enumerable.Range(0, 200).Select(i => Task.Run(() => State(Fact(i % 10 == 9 ? "nobody" : $"c{i % 8}", "x", i, i)))).ToList();
        var outcomes = await Task.WhenAll(writes.Select(w => w.ContinueWith(t => t.IsCompletedSuccessfully, TaskScheduler.Default)));

        outcomes.Count(o => o).ShouldBe(180);
        var moments = writes.Where(w => w.IsCompletedSuccessfully).Select(w => w.Result.RecordedAt).ToList();
        moments.Distinct().Count().ShouldBe(180);
        var histories = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Reader.ReadHistoryAsync(new HistoryQuery(Id($"c{i}"))).AsTask()));
        histories.Sum(h => h.Items.Count).ShouldBe(180);
    }
}
