using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.AskHolders;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.HashEvents;
using Voltloop.Tracing.Model.Query;
using Voltloop.Tracing.QueryEvents;
using Voltloop.Tracing.VerifyEvents;

namespace Voltloop.Bench.Fuzz;

/// <summary>EPCIS documents, queries, proofs of events, and what other nodes answer.</summary>
internal static class TracingTargets
{
    private const int MaxEvents = 1_000;

    private const string Event = """
        {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"example":"https://ns.example.com/epcis/"}],"type":"ObjectEvent","eventTime":"2027-02-18T12:00:00.000Z","eventTimeZoneOffset":"+01:00","action":"OBSERVE","bizStep":"inspecting","disposition":"conformant",
        "epcList":["https://id.gs1.org/01/09520123456788/21/1"],"quantityList":[{"epcClass":"https://id.gs1.org/01/09520123456788/10/A","quantity":3.5,"uom":"KGM"}],"readPoint":{"id":"https://id.gs1.org/414/9520123456788"},"bizTransactionList":[{"type":"po","bizTransaction":"urn:epc:id:gdti:0952012.00001.1"}],
        "sensorElementList":[{"sensorMetadata":{"time":"2027-02-18T12:00:00Z"},"sensorReport":[{"type":"Temperature","value":21.5,"minValue":1,"uom":"CEL","booleanValue":true}]}],"errorDeclaration":{"declarationTime":"2027-02-18T13:00:00Z","reason":"did_not_occur","correctiveEventIDs":["ni:///sha-256;aa?ver=CBV2.0"]},
        "ilmd":{"example:lot":"A","example:mass":{"example:value":3}},"persistentDisposition":{"set":["completeness_verified"]},"example:ignoreFields":["example:lot"]}
        """;

    private static readonly string[] Queries =
    [
        "eventType=ObjectEvent|AggregationEvent&GE_eventTime=2027-02-18T12:00:00Z&LT_recordTime=2028-01-01T00:00:00Z&EQ_action=ADD&EQ_bizStep=shipping&orderBy=recordTime&orderDirection=DESC&perPage=5",
        "MATCH_anyEPC=urn:epc:idpat:sgtin:0952012.*.*&MATCH_epcClass=https://id.gs1.org/01/09520123456788/10/*&EQ_quantity=3.5&GT_quantity=1&EXISTS_errorDeclaration=true&GE_errorDeclarationTime=2027-02-18T12:00:00Z",
        "EQ_bizTransaction_po=urn:epc:id:gdti:0952012.00001.1&EQ_source_owning_party=a&WD_readPoint=https://id.gs1.org/414/9520123456788&EQ_persistentDisposition_set=completeness_verified&eventCountLimit=7&maxEventCount=9",
        "GE_SENSORREPORT_value_CEL=10&EQ_SENSORREPORT_type=Temperature&EQ_SENSORREPORT_booleanValue=true&LT_value_CEL=300&GE_SENSORMETADATA_time=2027-01-01T00:00:00Z&EQ_INNER_ILMD_example:value=3",
        "EQ_ILMD_example:lot=A&EXISTS_INNER_example:value=true&HASATTR_readPoint=a&EQATTR_readPoint_b=c&EQ_example:lot=A&GT_ILMD_example:mass=1&LE_https://ns.example.com/epcis/mass=1&nextPageToken=2e2e2e2e&orderBy=example:lot",
        """{"eventType":["ObjectEvent"],"GE_eventTime":"2027-02-18T12:00:00Z","EQ_quantity":3.5,"@context":{"example":"https://ns.example.com/epcis/"},"queryType":"events","schedule":{"second":"0","minute":"*/5","hour":"1-3","dayOfMonth":"1","month":"2","dayOfWeek":"1,2"}}""",
        """{"second":"0-30","minute":"0","hour":"23","dayOfMonth":"31","month":"2"}""",
    ];

    public static IReadOnlyList<FuzzTarget> All(Lazy<FuzzHouse> house) =>
    [
        Imports.Target("epcis-json", house, nameof(EpcisImporter), () => [.. SeedFiles.Texts(Event), .. SeedFiles.Of("events", ".jsonld"), .. SeedFiles.Of("epcis/gs1/examples", ".jsonld", ".json").Take(40)]),
        Imports.Target("epcis-xml", house, nameof(EpcisImporter), () => SeedFiles.Of("epcis", ".xml")),
        new("event-hash", () => [.. SeedFiles.Texts(Event), .. SeedFiles.Of("epcis/vectors/epcis-event-hash", ".json", ".jsonld", ".xml").Take(30)], input => _ = EventHasher.Hash(input, MaxEvents)),
        new("epcis-query", () => [.. SeedFiles.Texts(Queries)], input => Query(Encoding.UTF8.GetString(input))),
        new("event-proof", () => [.. Proofs()], input => Prove(input)),
    ];

    // A query is read, and then asked of an event: tests of values run late.
    private static void Query(string text)
    {
        if (text.StartsWith('{')) OfJson(text);
        else Ask(QueryText.Of(new QueryCollection(QueryHelpers.ParseQuery(text))), EventNamespaces.Official);
    }

    private static void OfJson(string text)
    {
        using var json = JsonDocument.Parse(CanonicalJson.Of(Encoding.UTF8.GetBytes(text)));
        var schedule = json.RootElement.TryGetProperty("schedule", out var inner) ? inner : json.RootElement;
        Refused.OrNot(() => QuerySchedule.Read(schedule).Next(DateTimeOffset.UnixEpoch), () => Ask(QueryText.Of(json.RootElement), QueryText.NamesOf(json.RootElement)));
    }

    private static void Ask(IReadOnlyList<QueryParameter> parameters, EventNamespaces names)
    {
        foreach (var parameter in parameters.Where(one => one.Name == "nextPageToken" && one.Values.Count > 0)) _ = PageToken.Read(parameter.Value, parameters);
        var query = new QueryReader(names).Read(parameters);
        using var json = JsonDocument.Parse(Event);
        foreach (var test in query.Rest) _ = test(json.RootElement, EventNamespaces.Of(json.RootElement.GetProperty("@context")));
    }

    private static IEnumerable<byte[]> Proofs() => SeedFiles.Texts(
        """{"event":"{\"type\":\"ObjectEvent\",\"eventTime\":\"2027-02-18T12:00:00Z\"}","context":"\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\"","source":null,"hash":"ni:///sha-256;0f539071b76afacd62bd8dfd103fa3645237cb31fd55ceb574f179d646a5fd08?ver=CBV2.0","ordinal":0,"salt":"AAAAAAAAAAAAAAAAAAAAAA==","path":[],"entry":"AAAAAQ==","logPath":[],"checkpoint":"example.com/log\n1\nAAAA\n\n— example.com/log AAAA\n"}""",
        """{"answer":{"question":"1","thing":"a","direction":"up","purpose":"p","events":[],"next":[{"thing":"a"}],"holders":[{"did":"did:web:a"}],"tombstones":[{"hash":"a"}],"isCut":true}}""");

    private static void Prove(byte[] input)
    {
        using var json = JsonDocument.Parse(CanonicalJson.Of(input));
        if (json.RootElement.ValueKind == JsonValueKind.Object) Refused.OrNot(() => new EventProofCheck([]).Check(input), () => ChainAnswer.Read(json.RootElement));
        else throw new ProblemException(CommonProblems.MalformedInput, "No object.");
    }
}
