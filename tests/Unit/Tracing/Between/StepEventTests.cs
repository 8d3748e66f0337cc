using System.Text;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tests.Unit.Tracing.Between;

/// <summary>What an event says about a step of a chain.</summary>
public sealed class StepEventTests
{
    private static readonly string[] BothInputs = ["urn:x:a", "urn:x:b"];

    [Fact]
    public void A_transformation_joins_what_went_in_with_what_came_out()
    {
        var made = Read("""{"type":"TransformationEvent","eventTime":"2027-01-01T00:00:00Z","inputEPCList":["urn:x:a"],"inputQuantityList":[{"epcClass":"urn:x:b","quantity":1}],"outputEPCList":["urn:x:c"]}""");
        made.Next("urn:x:c", ChainDirection.Up, [made]).ShouldBe(BothInputs, ignoreOrder: true);
        made.Next("urn:x:a", ChainDirection.Down, [made]).ShouldBe(["urn:x:c"]);
        made.Next("urn:x:a", ChainDirection.Up, [made]).ShouldBeEmpty();
        made.Next("urn:x:other", ChainDirection.Up, [made]).ShouldBeEmpty();
    }

    [Fact]
    public void Events_of_one_transformation_join_although_each_names_one_side()
    {
        var began = Read("""{"type":"TransformationEvent","eventTime":"2027-01-01T00:00:00Z","transformationID":"urn:x:t","inputEPCList":["urn:x:a"]}""");
        var ended = Read("""{"type":"TransformationEvent","eventTime":"2027-01-02T00:00:00Z","transformationID":"urn:x:t","outputEPCList":["urn:x:c"]}""");
        ended.Next("urn:x:c", ChainDirection.Up, [began, ended]).ShouldBe(["urn:x:a"]);
        ended.Next("urn:x:c", ChainDirection.Up, [ended]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ADD", "up", "urn:x:p", "urn:x:c")]
    [InlineData("ADD", "down", "urn:x:c", "urn:x:p")]
    [InlineData("ADD", "up", "urn:x:c", null)]
    [InlineData("OBSERVE", "up", "urn:x:p", "urn:x:c")]
    [InlineData("DELETE", "up", "urn:x:p", null)]
    public void Parts_are_up_from_a_whole(string action, string way, string of, string? next)
    {
        var joined = Read($$"""{"type":"AggregationEvent","eventTime":"2027-01-01T00:00:00Z","action":"{{action}}","parentID":"urn:x:p","childEPCs":["urn:x:c"]}""");
        joined.Next(of, ChainWords.Direction(way), [joined]).ShouldBe(next is null ? [] : [next]);
    }

    [Fact]
    public void To_stand_on_a_pallet_is_no_step_and_tells_when_one_moved_with_it()
    {
        var told = new[] { ("ADD", 2), ("DELETE", 5), ("ADD", 8) }.Select(one => Read($$"""{"type":"AggregationEvent","eventTime":"2027-01-0{{one.Item2}}T00:00:00Z","action":"{{one.Item1}}","parentID":"https://id.gs1.org/00/095212345000000012","childEPCs":["urn:x:c"]}""")).ToList();
        told.ShouldAllBe(one => !one.Next("urn:x:c", ChainDirection.Down, new[] { one }).Any());
        var carriage = Carriage.Of("urn:x:c", told).ShouldHaveSingleItem();
        Enumerable.Range(1, 9).Where(day => carriage.HoldsAt(new DateTimeOffset(2027, 1, day, 12, 0, 0, TimeSpan.Zero))).ShouldBe([2, 3, 4, 8, 9]);
        var unpacked = Carriage.Of("urn:x:c", [told[1]]).ShouldHaveSingleItem("who only unpacks knows that it came in it");
        (unpacked.HoldsAt(told[0].Names.At), unpacked.HoldsAt(told[2].Names.At)).ShouldBe((true, false));
        Carriage.Of("urn:x:c", [Read("""{"type":"AggregationEvent","eventTime":"2027-01-01T00:00:00Z","action":"ADD","parentID":"https://id.gs1.org/01/09521234500049/21/PACK","childEPCs":["urn:x:c"]}""")]).ShouldBeEmpty("a pack is no pallet");
    }

    [Fact]
    public void Parties_are_owners_and_possessors_and_no_places()
    {
        var moved = Read("""{"type":"ObjectEvent","eventTime":"2027-01-01T00:00:00Z","action":"OBSERVE","epcList":["urn:x:a"],"sourceList":[{"type":"owning_party","source":"did:web:a.example"},{"type":"location","source":"https://id.gs1.org/414/9521234000037"}],"destinationList":[{"type":"urn:epcglobal:cbv:sdt:possessing_party","destination":"did:web:b.example"},{"type":"https://ref.gs1.org/cbv/SDT-owning_party","destination":"did:web:c.example"}]}""");
        moved.Towards(ChainDirection.Up).ShouldBe(["did:web:a.example"]);
        moved.Towards(ChainDirection.Down).ShouldBe(["did:web:b.example", "did:web:c.example"]);
    }

    [Fact]
    public void A_declaration_of_an_error_is_a_tombstone()
    {
        var withdrawn = Read("""{"type":"ObjectEvent","eventID":"urn:uuid:1","eventTime":"2027-01-01T00:00:00Z","action":"OBSERVE","epcList":["urn:x:a"],"errorDeclaration":{"declarationTime":"2027-02-01T00:00:00Z","reason":"incorrect_data"}}""");
        withdrawn.Withdrawal.ShouldBe(new Tombstone("urn:uuid:1", "did:web:me.example", "2027-02-01T00:00:00Z", "incorrect_data"));
    }

    [Fact]
    public void A_name_leads_to_a_node_by_the_book_or_by_itself()
    {
        var book = new PartnerBook(["did:web:me.example", "urn:me"], [new ChainPartner("did:web:a.example", "A", ["urn:a"])]);
        (book.IsOwn("urn:me"), book.IsOwn("urn:a")).ShouldBe((true, false));
        book.Party("urn:a").ShouldBe(new ChainParty("urn:a", "did:web:a.example") { Name = "A" });
        book.Party("did:web:b.example").Did.ShouldBe("did:web:b.example");
        book.Party("urn:unknown").Did.ShouldBeNull();
        (book.Means("urn:a", "did:web:a.example"), book.Means("urn:a", "did:web:b.example"), book.Means("did:web:b.example", "did:web:b.example")).ShouldBe((true, false, true));
    }

    private static StepEvent Read(string json) => new(new RecordedEvent(1, Encoding.UTF8.GetBytes(json), "", new EventHash(new byte[EventHash.Bytes]))
    {
        Assertion = 1, Ordinal = 0, EventTime = DateTimeOffset.UnixEpoch, RecordedAt = DateTimeOffset.UnixEpoch, Issuer = "did:web:me.example",
    });
}
