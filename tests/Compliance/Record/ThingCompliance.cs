using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Compliance.Record;

/// <summary>Things: registering, finding, listing.</summary>
public abstract class ThingCompliance : RecordCompliance
{
    private static readonly Thing Model = new(ThingId.Parse("https://example.com/model"), ThingKind.Model, "A model");

    [Fact]
    public async Task A_thing_comes_back_as_it_was_registered()
    {
        var cell = Cell("a") with { Model = Model.Id, Aliases = ["SN-1", "old/17"] };
        var receipt = await Register(cell, Model);

        var found = (await Reader.FindThingAsync(cell.Id)).ShouldNotBeNull();

        (found with { Aliases = cell.Aliases }).ShouldBe(cell);
        found.Aliases.ShouldBe(cell.Aliases);
        receipt.NewThings.ShouldBe(2);
        (await Reader.FindThingAsync(Id("nobody"))).ShouldBeNull();
    }

    [Fact]
    public async Task Registering_again_changes_nothing_but_adds_aliases()
    {
        await Register(Cell("a") with { Aliases = ["one"] });
        var again = await Register(Cell("a") with { Label = "Other", Aliases = ["two", "one"] });

        again.NewThings.ShouldBe(0);
        var found = (await Reader.FindThingAsync(Id("a"))).ShouldNotBeNull();
        found.Label.ShouldBe("Cell a");
        found.Aliases.ShouldBe(["one", "two"]);
        (await List(new ThingQuery { Text = "TWO" })).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_thing_that_became_known_without_a_model_takes_the_one_it_is_given()
    {
        await Register(Model, Cell("a"));

        (await Register(Cell("a") with { Label = "Other", Model = Model.Id })).NewThings.ShouldBe(0);
        var found = (await Reader.FindThingAsync(Id("a"))).ShouldNotBeNull();
        (found.Label, found.Model).ShouldBe(("Cell a", Model.Id));
        (await List(new ThingQuery { Model = Model.Id })).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Another_kind_or_model_is_a_conflict()
    {
        var other = Model with { Id = Id("other-model") };
        await Register(Model, other, Cell("a"), Cell("c") with { Model = Model.Id });

        await Refused(CommonProblems.Conflict, () => Register(Cell("a") with { Kind = ThingKind.Pack }));
        await Refused(CommonProblems.Conflict, () => Register(Cell("c") with { Model = other.Id }));
        await Refused(CommonProblems.Conflict, () => Register(Cell("c")));
        await Refused(CommonProblems.Conflict, () => Register(Cell("b") with { Model = Id("a") }));
        await Refused(RecordProblems.UnknownThing, () => Register(Cell("b") with { Model = Id("nobody") }));
    }

    [Fact]
    public async Task Broken_things_are_refused_by_name()
    {
        await Refused(CommonProblems.InvalidIdentifier, () => Register(Cell("a") with { Id = default }));
        await Refused(CommonProblems.InvalidValue, () => Register(Cell("a") with { Kind = (ThingKind)99 }));
        await Refused(CommonProblems.InvalidValue, () => Register(Cell("a") with { Aliases = [""] }));
        await Refused(CommonProblems.InvalidValue, () => Register(Model with { Model = Model.Id }));
        await Refused(CommonProblems.LimitExceeded, () => Register(Cell("a") with { Label = new string('x', 201) }));
        await Refused(CommonProblems.LimitExceeded, () => Register(Cell("a") with { Aliases = [.. Enumerable.Range(0, 65).Select(i => $"{i}")] }));
        await Register(Cell("a") with { Aliases = [.. Enumerable.Range(0, 60).Select(i => $"{i}")] });
        await Refused(CommonProblems.LimitExceeded, () => Register(Cell("a") with { Aliases = [.. Enumerable.Range(60, 5).Select(i => $"{i}")] }));
    }

    [Fact]
    public async Task Things_are_listed_by_kind_and_model_in_pages()
    {
        await Register([Model, .. Enumerable.Range(0, 25).Select(i => Cell($"c{i:00}") with { Model = i % 2 == 0 ? Model.Id : null })]);

        var names = new List<string>();
        for (string? cursor = null; cursor is not null || names.Count == 0;)
        {
            var page = await Reader.ListThingsAsync(new ThingQuery { Model = Model.Id, Limit = 5, Cursor = cursor });
            page.Items.Count.ShouldBeLessThanOrEqualTo(5);
            names.AddRange(page.Items.Select(Name));
            cursor = page.Next;
        }

        names.ShouldBe(Enumerable.Range(0, 13).Select(i => $"c{2 * i:00}"));
        (await List(new ThingQuery { Kinds = [ThingKind.Model, ThingKind.Pack] })).ShouldBe(["model"]);
        (await List(new ThingQuery { Model = Id("nobody") })).ShouldBeEmpty();
        (await List(new ThingQuery())).Count.ShouldBe(26);
        var counts = await Reader.CountThingsAsync();
        (counts[ThingKind.Cell], counts[ThingKind.Model], counts.Count).ShouldBe((25, 1, 2));
    }

    [Fact]
    public async Task Text_finds_identifiers_labels_and_aliases_and_starts_come_first()
    {
        await Register(
            Cell("1") with { Label = "Wide Übung" },
            Cell("2") with { Label = "übung" },
            Cell("3") with { Label = "none", Aliases = ["x-100%_y"] },
            Cell("4") with { Label = "none", Aliases = ["no", "ÜBER"] });

        (await List(new ThingQuery { Text = "Üb" })).ShouldBe(["2", "4", "1"]);
        (await List(new ThingQuery { Text = "EXAMPLE.com/3" })).ShouldBe(["3"]);
        (await List(new ThingQuery { Text = "100%_" })).ShouldBe(["3"]);
        (await List(new ThingQuery { Text = "%" })).ShouldBe(["3"]);
        (await List(new ThingQuery { Text = "none" })).ShouldBe(["3", "4"]);
        (await List(new ThingQuery { Text = "übung", Kinds = [ThingKind.Pack] })).ShouldBeEmpty();
        var first = await Reader.ListThingsAsync(new ThingQuery { Text = "üb", Limit = 2 });
        var rest = await Reader.ListThingsAsync(new ThingQuery { Text = "üb", Limit = 2, Cursor = first.Next });
        rest.Items.Select(Name).ShouldBe(["1"]);
        rest.Next.ShouldBeNull();
    }

    [Fact]
    public async Task An_identifier_finds_exactly_the_things_that_have_it()
    {
        await Register(Cell("1") with { Aliases = ["SN-1", "urn:x:1"] }, Cell("2") with { Aliases = ["SN-10"] }, Cell("3") with { Aliases = ["SN-1"], Label = "urn:x:1" });

        (await List(new ThingQuery { Identifier = "SN-1" })).ShouldBe(["1", "3"]);
        (await List(new ThingQuery { Identifier = "urn:x:1" })).ShouldBe(["1"]);
        (await List(new ThingQuery { Identifier = "https://example.com/2" })).ShouldBe(["2"]);
        (await List(new ThingQuery { Identifier = "sn-1" })).ShouldBeEmpty();
        (await List(new ThingQuery { Identifier = "SN-1", Kinds = [ThingKind.Pack] })).ShouldBeEmpty();
        await Register(Cell("2") with { Aliases = ["SN-1"] });
        (await List(new ThingQuery { Identifier = "SN-1" })).ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task Texts_with_quotes_and_words_of_query_languages_are_only_texts()
    {
        await Register(Cell("1") with { Label = "a \"quoted\" 5' pack" }, Cell("2") with { Label = "this AND that OR none NOT (near*)" }, Cell("3") with { Label = "😀 smile" });

        (await List(new ThingQuery { Text = "\"quoted\"" })).ShouldBe(["1"]);
        (await List(new ThingQuery { Text = "5' p" })).ShouldBe(["1"]);
        (await List(new ThingQuery { Text = "AND that OR" })).ShouldBe(["2"]);
        (await List(new ThingQuery { Text = "(near*)" })).ShouldBe(["2"]);
        (await List(new ThingQuery { Text = "😀 s" })).ShouldBe(["3"]);
        (await List(new ThingQuery { Text = "😀" })).ShouldBe(["3"]);
        (await List(new ThingQuery { Text = "quoted this" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_further_identifier_that_comes_later_is_found_and_what_was_found_before_stays()
    {
        await Register(Cell("1") with { Aliases = ["FIRST-NAME"] });
        await Register(Cell("1") with { Aliases = ["SECOND-NAME"] });

        (await List(new ThingQuery { Text = "first-n" })).ShouldBe(["1"]);
        (await List(new ThingQuery { Text = "second-n" })).ShouldBe(["1"]);
        (await List(new ThingQuery { Text = "name" })).ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_text_that_very_many_have_is_listed_in_order_page_by_page()
    {
        await Register([.. Enumerable.Range(0, 6_000).Select(number => Cell(number.ToString("D5")) with { Aliases = [number % 1_000 == 7 ? $"RARE-{number}" : $"USUAL-{number}"] })]);

        (await List(new ThingQuery { Text = "example.com/0", Limit = 3 })).ShouldBe(["00000", "00001", "00002"]);
        (await List(new ThingQuery { Text = "usual", Limit = 3 })).ShouldBe(["00000", "00001", "00002"]);
        (await List(new ThingQuery { Text = "rare" })).ShouldBe(["00007", "01007", "02007", "03007", "04007", "05007"]);
        var first = await Reader.ListThingsAsync(new ThingQuery { Text = "usual", Limit = 1_000 });
        var second = await Reader.ListThingsAsync(new ThingQuery { Text = "usual", Limit = 1_000, Cursor = first.Next });
        second.Items.Select(Name).ShouldBe(Enumerable.Range(1_001, 1_001).Where(number => number % 1_000 != 7).Take(1_000).Select(number => number.ToString("D5")));
        (await List(new ThingQuery { Text = "ual-4242" })).ShouldBe(["04242"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ThingQuery.MaxLimit + 1)]
    public async Task A_page_size_out_of_range_is_refused(int limit) =>
        await Refused(CommonProblems.BadRequest, () => Reader.ListThingsAsync(new ThingQuery { Limit = limit }).AsTask());

    private async Task<List<string>> List(ThingQuery query) => (await Reader.ListThingsAsync(query)).Items.Select(Name).ToList();

    private static string Name(Thing thing) => thing.Id.Value["https://example.com/".Length..];
}
