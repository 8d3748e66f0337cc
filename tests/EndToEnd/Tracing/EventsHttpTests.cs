using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Tracing;

/// <summary>The EPCIS 2.0 interface over HTTP, in a house of its own.</summary>
public sealed class EventsHttpTests(EventsHouse house) : IClassFixture<EventsHouse>
{
    private const string Base = "/api/v1/epcis";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_captured_document_has_a_job_and_its_events_come_back()
    {
        var answer = await PostAsync("/capture", Document(Event("urn:uuid:a-1", "2027-01-01T10:00:00Z", "A1"), Event("urn:uuid:a-2", "2027-01-01T11:00:00Z", "A2")));
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var job = await JsonAsync(await house.Client.GetAsync(answer.Headers.Location!.PathAndQuery, Stop));
        job["success"]!.GetValue<bool>().ShouldBeTrue();
        job["written"]!.GetValue<int>().ShouldBe(2);
        var found = await QueryAsync("MATCH_epc=" + Uri.EscapeDataString(Epc("A2")));
        Ids(found).ShouldBe(["urn:uuid:a-2"]);
        (await JsonAsync(await house.Client.GetAsync($"{Base}/events/urn%3Auuid%3Aa-1", Stop)))["epcList"]![0]!.GetValue<string>().ShouldBe(Epc("A1"));
    }

    [Fact]
    public async Task Limits_and_versions_are_announced_and_honoured()
    {
        var options = await house.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, Base + "/capture"), Stop);
        options.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        options.Headers.GetValues("GS1-EPCIS-Version").ShouldBe(["2.0.0"]);
        var limit = int.Parse(options.Headers.GetValues("GS1-EPCIS-Capture-Limit").Single(), System.Globalization.CultureInfo.InvariantCulture);
        options.Content.Headers.Allow.ShouldContain("POST");
        var many = Document([.. Enumerable.Range(0, limit + 1).Select(i => "{}")]);
        (await ProblemAsync(await PostAsync("/capture", many), HttpStatusCode.RequestEntityTooLarge)).ShouldEndWith("too-many-events");
        var size = int.Parse(options.Headers.GetValues("GS1-EPCIS-Capture-File-Size-Limit").Single(), System.Globalization.CultureInfo.InvariantCulture);
        (await ProblemAsync(await PostAsync("/capture", new string(' ', size + 1)), HttpStatusCode.RequestEntityTooLarge)).ShouldEndWith("document-too-large");
    }

    [Fact]
    public async Task One_bad_event_takes_all_back_or_only_itself()
    {
        var document = Document(Event("urn:uuid:b-1", "2027-01-02T10:00:00Z", "B1"), Event("urn:uuid:b-2", "yesterday", "B2"));
        var refused = await PostAsync("/capture", document);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await JsonAsync(refused))["location"]!.GetValue<string>().ShouldBe("/epcisBody/eventList/1/eventTime");
        (await house.Client.GetAsync($"{Base}/events/urn%3Auuid%3Ab-1", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var taken = await PostAsync("/capture", document, ("GS1-Capture-Error-Behaviour", "proceed"));
        taken.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var job = await JsonAsync(taken);
        job["success"]!.GetValue<bool>().ShouldBeFalse();
        job["written"]!.GetValue<int>().ShouldBe(1);
        job["errors"]!.AsArray().Count.ShouldBe(1);
        (await house.Client.GetAsync($"{Base}/events/urn%3Auuid%3Ab-1", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        await PostAsync("/capture", Document([.. Enumerable.Range(0, 25).Select(i => Event($"urn:uuid:c-{i:D2}", $"2027-02-01T10:{i:D2}:00Z", $"C{i}", "packing"))]));
        var ids = new List<string>();
        for (var next = $"{Base}/events?EQ_bizStep=packing&perPage=7&orderBy=eventTime&orderDirection=ASC"; next is not null;)
        {
            var answer = await house.Client.GetAsync(next, Stop);
            ids.AddRange(Ids(await JsonAsync(answer)));
            next = answer.Headers.TryGetValues("Link", out var link) ? new Uri(link.Single().Split('>')[0][1..]).PathAndQuery : null;
        }

        ids.ShouldBe([.. Enumerable.Range(0, 25).Select(i => $"urn:uuid:c-{i:D2}")]);
        (await ProblemAsync(await house.Client.GetAsync($"{Base}/events?EQ_bizStep=packing&maxEventCount=10", Stop), HttpStatusCode.RequestEntityTooLarge)).ShouldEndWith("query-too-large");
        Ids(await QueryAsync("EQ_bizStep=packing&eventCountLimit=3")).Count.ShouldBe(3);
        (await ProblemAsync(await house.Client.GetAsync($"{Base}/events?EQ_bizStep=packing&nextPageToken=beef", Stop), HttpStatusCode.BadRequest)).ShouldEndWith("query-parameter");
    }

    [Fact]
    public async Task Sensors_are_asked_in_any_unit()
    {
        const string Sensor = ",\"sensorElementList\":[{\"sensorReport\":[{\"type\":\"Temperature\",\"value\":26.0,\"uom\":\"CEL\"}]}]";
        await PostAsync("/capture", Document(Event("urn:uuid:d-1", "2027-03-01T10:00:00Z", "D1", "sensor_reporting", Sensor)));
        Ids(await QueryAsync("EQ_type=Temperature&GT_value_FAH=78&LT_value_KEL=300")).ShouldBe(["urn:uuid:d-1"]);
        Ids(await QueryAsync("EQ_type=Temperature&GT_value_FAH=79")).ShouldBeEmpty();
        Ids(await QueryAsync("EQ_type=Temperature&EQ_value_FAH=78.8")).ShouldBe(["urn:uuid:d-1"]);
        Ids(await QueryAsync("EQ_type=Temperature&GT_value_KGM=1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Identifiers_are_found_and_shown_in_either_spelling()
    {
        await PostAsync("/capture", Document(Event("urn:uuid:e-1", "2027-04-01T10:00:00Z", "E1")));
        var link = "https://id.gs1.org/01/09521234543213/21/E1";
        Ids(await QueryAsync("MATCH_anyEPC=" + Uri.EscapeDataString("https://example.com/gtin/09521234543213/ser/E1?x=1"))).ShouldBe(["urn:uuid:e-1"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Base}/epcs/{Uri.EscapeDataString(link)}/events");
        request.Headers.Add("GS1-EPC-Format", "Always_GS1_Digital_Link");
        var answer = await JsonAsync(await house.Client.SendAsync(request, Stop));
        Events(answer)[0]!["epcList"]![0]!.GetValue<string>().ShouldBe(link);
        (await JsonAsync(await house.Client.GetAsync($"{Base}/epcs?perPage=1000", Stop)))["member"]!.AsArray().Select(n => n!.GetValue<string>()).ShouldContain(link);
        Ids(await QueryAsync("perPage=1000&MATCH_epc=" + Uri.EscapeDataString("urn:epc:idpat:sgtin:9521234.054321.*"))).ShouldContain("urn:uuid:e-1");
    }

    [Fact]
    public async Task Xml_is_taken_and_an_entity_bomb_is_not()
    {
        const string Bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><epcis:EPCISDocument xmlns:epcis=\"urn:epcglobal:epcis:xsd:2\" schemaVersion=\"2.0\" creationDate=\"2027-01-01T00:00:00Z\"><EPCISBody><EventList><ObjectEvent><action>&b;</action></ObjectEvent></EventList></EPCISBody></epcis:EPCISDocument>";
        (await ProblemAsync(await PostAsync("/capture", Bomb), HttpStatusCode.BadRequest)).ShouldEndWith("broken-xml");
        const string Good = "<epcis:EPCISDocument xmlns:epcis=\"urn:epcglobal:epcis:xsd:1\" schemaVersion=\"1.2\" creationDate=\"2027-01-01T00:00:00Z\"><EPCISBody><EventList><ObjectEvent><eventTime>2027-05-01T00:00:00Z</eventTime><eventTimeZoneOffset>+00:00</eventTimeZoneOffset><baseExtension><eventID>urn:uuid:f-1</eventID></baseExtension><epcList><epc>urn:epc:id:sgtin:9521234.054321.F1</epc></epcList><action>ADD</action><bizStep>urn:epcglobal:cbv:bizstep:commissioning</bizStep></ObjectEvent></EventList></EPCISBody></epcis:EPCISDocument>";
        (await PostAsync("/capture", Good)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var found = await QueryAsync("MATCH_epc=" + Uri.EscapeDataString(Epc("F1")));
        Ids(found).ShouldBe(["urn:uuid:f-1"]);
        Events(found)[0]!["bizStep"]!.GetValue<string>().ShouldBe("commissioning");
    }

    [Theory]
    [InlineData("EQ_nonsense=1")]
    [InlineData("GE_eventTime=yesterday")]
    [InlineData("EQ_action=JUMP")]
    [InlineData("perPage=0")]
    [InlineData("orderDirection=UP")]
    [InlineData("GT_value_CEL=warm")]
    [InlineData("nonsense=1")]
    [InlineData("EXISTS_errorDeclaration=perhaps")]
    public async Task A_parameter_that_is_not_understood_is_named(string query) =>
        (await ProblemAsync(await house.Client.GetAsync($"{Base}/events?{query}", Stop), HttpStatusCode.BadRequest)).ShouldEndWith("query-parameter");

    [Fact]
    public async Task The_same_document_twice_and_at_once_is_written_once()
    {
        var document = Document([.. Enumerable.Range(0, 50).Select(i => Event($"urn:uuid:g-{i}", "2027-06-01T00:00:00Z", $"G{i}", "holding"))]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync("/capture", document)));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Accepted);
        var written = 0;
        foreach (var answer in answers) written += (await JsonAsync(answer))["written"]!.GetValue<int>();
        written.ShouldBe(50);
        Ids(await QueryAsync("EQ_bizStep=holding&perPage=100")).Count.ShouldBe(50);
    }

    internal static string Epc(string serial) => $"urn:epc:id:sgtin:9521234.054321.{serial}";

    internal static string Event(string id, string time, string serial, string step = "commissioning", string more = "") =>
        $$$"""{"type":"ObjectEvent","eventID":"{{{id}}}","eventTime":"{{{time}}}","eventTimeZoneOffset":"+00:00","epcList":["{{{Epc(serial)}}}"],"action":"OBSERVE","bizStep":"{{{step}}}","readPoint":{"id":"urn:epc:id:sgln:9521234.00001.0"}{{{more}}}}""";

    internal static string Document(params string[] events) =>
        $$$"""{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2027-01-01T00:00:00Z","epcisBody":{"eventList":[{{{string.Join(',', events)}}}]}}""";

    private async Task<HttpResponseMessage> PostAsync(string path, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Base + path) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/ld+json")) };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await house.Client.SendAsync(request, Stop);
    }

    private async Task<JsonNode> QueryAsync(string query)
    {
        var answer = await house.Client.GetAsync($"{Base}/events?{query}", Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        return await JsonAsync(answer);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!;

    private static async Task<string> ProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync(Stop);
        answer.StatusCode.ShouldBe(status, text);
        return JsonNode.Parse(text)!["type"]!.GetValue<string>();
    }

    private static JsonArray Events(JsonNode document) => document["epcisBody"]!["queryResults"]!["resultsBody"]!["eventList"]!.AsArray();

    private static List<string> Ids(JsonNode document) => [.. Events(document).Select(e => e!["eventID"]!.GetValue<string>())];
}
