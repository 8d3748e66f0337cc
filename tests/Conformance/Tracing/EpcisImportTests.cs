using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Problems;
using Voltloop.Record.Importing;
using Voltloop.Tracing;

namespace Voltloop.Tests.Conformance.Tracing;

/// <summary>Documents of events are imported like any file: recognised by content, planned without writing, written as one.</summary>
public sealed class EpcisImportTests
{
    private const string Good = """{"type":"ObjectEvent","eventTime":"2026-03-01T00:00:00Z","eventTimeZoneOffset":"+00:00","action":"OBSERVE","bizStep":"shipping","epcList":["https://id.gs1.org/01/09521234500209/21/C1"]}""";
    private const string Bad = """{"type":"ObjectEvent","eventTime":"yesterday","eventTimeZoneOffset":"+00:00","action":"OBSERVE","epcList":["https://id.gs1.org/01/09521234500209/21/C2"]}""";

    private const string Xml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0" creationDate="2026-03-01T00:00:00Z"><EPCISBody><EventList><ObjectEvent>
        <eventTime>2026-03-01T00:00:00Z</eventTime><eventTimeZoneOffset>+00:00</eventTimeZoneOffset><epcList><epc>urn:epc:id:sgtin:952123.0450020.C9</epc></epcList><action>OBSERVE</action>
        </ObjectEvent></EventList></EPCISBody></epcis:EPCISDocument>
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_previewed_without_writing_then_captured_once()
    {
        await using var house = new EventHouse();
        var plan = await PlanAsync(house, Document(Good));
        (plan.Format, plan.CanCommit, plan.AlreadyImported).ShouldBe(("EPCIS events (JSON-LD, XML)", true, false));
        var change = plan.Changes.ShouldHaveSingleItem();
        (change.Thing, change.What, change.After).ShouldBe(("https://id.gs1.org/01/09521234500209/21/C1", "ObjectEvent", "shipping on 2026-03-01 00:00 UTC"));
        (await house.Events.NewestAsync(Stop)).ShouldBe(0);
        (await CommitAsync(house, plan))!.Events.ShouldBe(1);
        (await house.Events.FindAsync(1, Stop))!.Json.ShouldBe(Encoding.UTF8.GetBytes(Good));
        var again = await PlanAsync(house, Document(Good));
        (again.AlreadyImported, again.Findings.ShouldHaveSingleItem().Code).ShouldBe((true, "events-known"));
        (await CommitAsync(house, again)).ShouldBeNull();
        house.Record.Ledger.Jobs(null, null, 10).ShouldHaveSingleItem().Written.ShouldBe(1);
    }

    [Fact]
    public async Task XML_keeps_its_document_and_a_single_event_needs_none()
    {
        await using var house = new EventHouse();
        (await CommitAsync(house, await PlanAsync(house, Xml)))!.Events.ShouldBe(1);
        (await house.Record.FindDocumentAsync((await house.Events.FindAsync(1, Stop))!.Source!, Stop)).ShouldNotBeNull();
        var single = """{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],""" + Good[1..];
        (await CommitAsync(house, await PlanAsync(house, single)))!.Events.ShouldBe(1);
    }

    [Fact]
    public async Task One_bad_event_stops_the_file_and_is_named_unless_bad_ones_are_left_out()
    {
        await using var house = new EventHouse();
        var plan = await PlanAsync(house, Document(Good, Bad));
        plan.CanCommit.ShouldBeFalse();
        var finding = plan.Findings.ShouldHaveSingleItem();
        (finding.Severity, finding.Code, finding.Location).ShouldBe((FindingSeverity.Error, TracingProblems.InvalidEvent.Code, "/epcisBody/eventList/1/eventTime"));
        (await Should.ThrowAsync<ProblemException>(CommitAsync(house, plan))).Problem.Location.ShouldBe(finding.Location);
        (await house.Events.NewestAsync(Stop)).ShouldBe(0);
        var lenient = await PlanAsync(house, Document(Good, Bad), skip: true);
        lenient.Findings.ShouldHaveSingleItem().Severity.ShouldBe(FindingSeverity.Warning);
        (await CommitAsync(house, lenient))!.Events.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"type":"EPCISDocument","epcisBody":{"eventList":[""", "malformed-input")]
    [InlineData("""{"@context":[],"epcisBody":{},"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-03-01T00:00:00Z"}""", "not-epcis")]
    [InlineData("<epcis:EPCISDocument xmlns:epcis=\"urn:epcglobal:epcis:xsd:2\"><EPCISBody>", "broken-xml")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><epcis:EPCISDocument xmlns:epcis=\"urn:epcglobal:epcis:xsd:2\"><EPCISBody>&a;</EPCISBody></epcis:EPCISDocument>", "broken-xml")]
    [InlineData("<html>EPCIS</html>", "unknown-format")]
    [InlineData("""{"type":"Feature","geometry":{"type":"EPCISDocument"}}""", "unknown-format")]
    [InlineData("""{"list":[1,2""", "unknown-format")]
    public async Task What_is_no_readable_document_is_named(string text, string code)
    {
        await using var house = new EventHouse();
        (await Should.ThrowAsync<ProblemException>(PlanAsync(house, text))).Problem.Kind.Code.ShouldBe(code);
    }

    private static Task<ImportPlan> PlanAsync(EventHouse house, string text, bool skip = false) => house.Services.GetRequiredService<ImportDesk>().PlanAsync(
        new ImportSource("events.json", Encoding.UTF8.GetBytes(text), "0"), new ImportOptions("urn:voltloop:local", DateTimeOffset.UnixEpoch) { SkipBadRows = skip }, Stop);

    private static Task<Record.Ports.WriteReceipt?> CommitAsync(EventHouse house, ImportPlan plan) => house.Services.GetRequiredService<ImportDesk>().CommitAsync(plan, Stop);

    private static string Document(params string[] events) =>
        $$"""{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-03-01T00:00:00Z","epcisBody":{"eventList":[{{string.Join(',', events)}} ] } }""";
}
