using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Tracing;

/// <summary>Lineage over HTTP and on the pages, from captured events to a recall list.</summary>
public sealed class LineagePageTests(Workshop house)
{
    private const string Gtin = "https://id.gs1.org/01/09521234500094";
    private static readonly string Lot = Uri.EscapeDataString(Gtin + "/10/E2E-LOT");

    [Fact]
    public async Task Captured_events_answer_where_a_lot_went_and_what_to_call_back()
    {
        await CaptureAsync();
        var answer = await Json("/api/v1/lineage?id=" + Lot);
        answer["nodes"]!.AsArray().Select(node => (string?)node!["id"]).ShouldBe([Gtin + "/21/E2E-CELL-1", Gtin + "/21/E2E-CELL-2", Gtin + "/21/E2E-PACK"], ignoreOrder: true);
        var up = await Json($"/api/v1/lineage?direction=up&id={Uri.EscapeDataString(Gtin + "/21/E2E-PACK")}");
        up["nodes"]!.AsArray().Select(node => (string?)node!["id"]).ShouldContain(Gtin + "/10/E2E-LOT");
        var recall = await Json("/api/v1/recall?id=" + Lot);
        recall["items"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe(Gtin + "/21/E2E-PACK");
        using var csv = await house.Client.GetAsync("/api/v1/recall.csv?id=" + Lot);
        csv.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        (await csv.Content.ReadAsStringAsync()).Split("\r\n").Length.ShouldBe(3);
    }

    [Fact]
    public async Task The_pages_show_the_flow_and_the_list()
    {
        await CaptureAsync();
        var trace = await house.Client.GetStringAsync("/trace?id=" + Lot);
        trace.ShouldContain("class=\"sankey\"");
        trace.ShouldContain("E2E-PACK");
        (await house.Client.GetStringAsync("/recall?id=" + Lot)).ShouldContain("E2E-PACK");
        (await house.Client.GetStringAsync("/trace?id=" + Uri.EscapeDataString(Gtin + "/21/NOBODY"))).ShouldContain("No event names");
    }

    [Theory]
    [InlineData("/api/v1/lineage", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/lineage?id=https%3A%2F%2Fexample.com%2Fnobody", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/lineage?id=x&direction=sideways", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/lineage?id=x&fromMetre=9&toMetre=3", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/lineage?id=x&maxNodes=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/recall", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/recall?machine=x", HttpStatusCode.BadRequest)]
    public async Task A_question_that_does_not_fit_gets_a_named_answer(string path, HttpStatusCode status)
    {
        using var answer = await house.Client.GetAsync(path);
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    private async Task<JsonNode> Json(string path) => JsonNode.Parse(await house.Client.GetStringAsync(path))!;

    private async Task CaptureAsync()
    {
        const string Body = """
            {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-07-01T00:00:00Z","epcisBody":{"eventList":[
            {"type":"TransformationEvent","eventTime":"2026-03-12T08:00:00Z","eventTimeZoneOffset":"+00:00","inputQuantityList":[{"epcClass":"GTIN/10/E2E-LOT","quantity":2,"uom":"KGM"}],"outputEPCList":["GTIN/21/E2E-CELL-1","GTIN/21/E2E-CELL-2"]},
            {"type":"AggregationEvent","eventTime":"2026-03-15T08:00:00Z","eventTimeZoneOffset":"+00:00","action":"ADD","parentID":"GTIN/21/E2E-PACK","childEPCs":["GTIN/21/E2E-CELL-1","GTIN/21/E2E-CELL-2"]}]}}
            """;
        using var content = new StringContent(Body.Replace("GTIN/", Gtin + "/", StringComparison.Ordinal), Encoding.UTF8, "application/ld+json");
        using var answer = await house.Client.PostAsync("/api/v1/epcis/capture", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
    }
}
