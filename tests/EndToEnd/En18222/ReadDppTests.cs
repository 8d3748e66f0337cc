using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.En18222;

[Trait("Requirement", "18222-1")]
[Trait("Requirement", "18222-4")]
[Trait("Requirement", "18222-6")]
[Trait("Requirement", "18216-2")]
[Trait("Requirement", "18223-1")]
[Trait("Requirement", "18223-2")]
public sealed class ReadDppTests(Workshop house)
{
    private HttpClient Client => house.Client;

    [Fact]
    public async Task A_created_passport_is_read_by_its_id_and_by_that_of_its_product()
    {
        var product = await Client.CreateAsync("READ-1", document => document["digitalProductPassportId"] = "https://dpp.example/read-1?x=%2F");
        var byId = await Client.ReadAsync(DppClient.Path("https://dpp.example/read-1?x=%2F"));
        var byProduct = await Client.ReadAsync("/v1/dppsByProductId/" + Uri.EscapeDataString(product));
        JsonNode.DeepEquals(byId, byProduct).ShouldBeTrue();
        byId.Text("digitalProductPassportId").ShouldBe("https://dpp.example/read-1?x=%2F");
        byId.Text("uniqueProductIdentifier").ShouldBe(product);
        byId.Text("granularity").ShouldBe("Item");
        byId.Text("dppStatus").ShouldBe("Active");
        byId.Text("economicOperatorId").ShouldBe(DppClient.Operator);
        byId["identityAndProduct"]!["ratedCapacity"]!.ToJsonString().ShouldBe("5.5");
    }

    [Fact]
    [Trait("Requirement", "18239-3")]
    public async Task The_public_does_not_see_use_data_and_cannot_tell_that_it_is_there()
    {
        var product = await Client.CreateAsync("READ-2");
        (await Client.ReadAsync(DppClient.Path(product) + "?audience=public")).AsObject().ContainsKey("stateOfHealthAndUse").ShouldBeFalse();
        using var hidden = await Client.GetAsync(DppClient.Element(product, "$.stateOfHealthAndUse.stateOfHealth") + "?audience=public");
        using var absent = await Client.GetAsync(DppClient.Element(product, "$.stateOfHealthAndUse.remainingEnergy") + "?audience=public");
        (await hidden.ResultAsync(404, "not-found")).Text("text").ShouldBe((await absent.ResultAsync(404, "not-found")).Text("text"));
        hidden.Headers.ETag.ShouldBe(absent.Headers.ETag);
        var mine = await Client.ReadAsync(DppClient.Element(product, "$.stateOfHealthAndUse.stateOfHealth") + "?audience=legitimate-interest");
        mine.ToJsonString().ShouldBe("97.5");
    }

    [Theory]
    [InlineData("$.identityAndProduct.ratedCapacity", "5.5")]
    [InlineData("$['identityAndProduct']['intendedApplications'][1]", "\"store\"")]
    [InlineData("ratedCapacity", "5.5")]
    [InlineData("$.intendedApplications[-1]", "\"store\"")]
    [InlineData("$.economicOperatorId", "\"https://operator.example/1\"")]
    [InlineData("$.identityAndProduct", """{"serialNumber":"READ-3","intendedApplications":["car","store"],"ratedCapacity":5.5}""")]
    public async Task An_element_is_selected_by_its_path(string path, string expected)
    {
        var product = DppClient.Product("READ-3");
        using var created = await Client.SendAsync("POST", "/v1/dpps", DppClient.Document("READ-3"));
        ((int)created.StatusCode).ShouldBeOneOf(201, 409);
        (await Client.ReadAsync(DppClient.Element(product, path))).Same(expected).ShouldBeTrue();
    }

    [Theory]
    [InlineData("$.*", 404, "not-found")]
    [InlineData("$..ratedCapacity", 404, "not-found")]
    [InlineData("$.intendedApplications[0,1]", 404, "not-found")]
    [InlineData("$.intendedApplications[7]", 404, "not-found")]
    [InlineData("$.nothing", 404, "not-found")]
    [InlineData("$", 404, "not-found")]
    [InlineData("$[", 400, "bad-request")]
    public async Task A_path_that_selects_none_or_several_selects_nothing(string path, int status, string code)
    {
        using var created = await Client.SendAsync("POST", "/v1/dpps", DppClient.Document("READ-4"));
        ((int)created.StatusCode).ShouldBeOneOf(201, 409);
        using var answer = await Client.GetAsync(DppClient.Element(DppClient.Product("READ-4"), path));
        await answer.ResultAsync(status, code);
    }

    [Fact]
    public async Task The_full_form_types_every_element_and_refers_to_the_dictionary()
    {
        var product = await Client.CreateAsync("READ-5");
        var full = await Client.ReadAsync(DppClient.Path(product) + "?representation=full&audience=operator");
        var section = full["elements"]!.AsArray().Single(node => node!.Text("elementId") == "identityAndProduct")!;
        section.Text("objectType").ShouldBe("DataElementCollection");
        var capacity = section["elements"]!.AsArray().Single(node => node!.Text("elementId") == "ratedCapacity")!;
        (capacity.Text("objectType"), capacity.Text("valueDataType"), capacity["value"]!.ToJsonString()).ShouldBe(("SingleValuedDataElement", "xsd:decimal", "5.5"));
        var entry = await Client.ReadAsync(new Uri(capacity.Text("dictionaryReference")).PathAndQuery);
        (entry.Text("unit"), entry.Text("elementId")).ShouldBe(("Ah", "ratedCapacity"));
        var one = await Client.ReadAsync(DppClient.Element(product, "$.ratedCapacity") + "?representation=full");
        JsonNode.DeepEquals(one, capacity).ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "LAW-05")]
    public async Task A_full_passport_that_is_created_again_under_another_id_says_the_same()
    {
        var product = await Client.CreateAsync("READ-6");
        var full = (await Client.ReadAsync(DppClient.Path(product) + "?representation=full&audience=operator")).AsObject();
        full["uniqueProductIdentifier"] = DppClient.Product("READ-6B");
        full["digitalProductPassportId"] = DppClient.Product("READ-6B");
        using var created = await Client.SendAsync("POST", "/v1/dpps", full);
        await created.NodeAsync(201);
        var one = await Client.ReadAsync(DppClient.Path(product) + "?audience=operator");
        var other = await Client.ReadAsync(DppClient.Path(DppClient.Product("READ-6B")) + "?audience=operator");
        foreach (var section in new[] { "identityAndProduct", "stateOfHealthAndUse" }) JsonNode.DeepEquals(one[section], other[section]).ShouldBeTrue();
    }

    [Fact]
    public async Task Each_form_is_offered_and_no_other()
    {
        var path = DppClient.Path(await Client.CreateAsync("READ-7"));
        using var xml = await Client.SendAsync("GET", path, null, ("Accept", "application/xml"));
        XDocument.Parse(await xml.Content.ReadAsStringAsync()).Descendants().Single(element => element.Name.LocalName == "ratedCapacity").Value.ShouldBe("5.5");
        using var linked = await Client.SendAsync("GET", path, null, ("Accept", "application/ld+json"));
        linked.Content.Headers.ContentType!.MediaType.ShouldBe("application/ld+json");
        var context = await Client.ReadAsync(new Uri((await linked.NodeAsync()).Text("@context")).PathAndQuery);
        context["@context"]!.Text("identityAndProduct").ShouldBe("@nest");
        context["@context"]!["ratedCapacity"]!.Text("@id").ShouldEndWith("/v1/dictionary/ratedCapacity");
        using var page = await Client.SendAsync("GET", path, null, ("Accept", "text/html"));
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldContain("Battery passport, public part");
        using var picture = await Client.SendAsync("GET", path, null, ("Accept", "image/png"));
        await picture.ResultAsync(406, "not-acceptable");
        using var element = await Client.SendAsync("GET", path + "/elements/ratedCapacity", null, ("Accept", "text/html"));
        await element.ResultAsync(406, "not-acceptable");
    }

    [Fact]
    public async Task An_unchanged_passport_is_not_sent_twice()
    {
        var path = DppClient.Path(await Client.CreateAsync("READ-8"));
        using var first = await Client.GetAsync(path);
        using var second = await Client.SendAsync("GET", path, null, ("If-None-Match", first.Headers.ETag!.ToString()));
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Products_are_searched_in_pages_without_gaps_and_repetitions()
    {
        foreach (var n in Enumerable.Range(0, 5)) await Client.CreateAsync($"SEARCH-{n}");
        var products = Enumerable.Range(0, 5).Select(n => DppClient.Product($"SEARCH-{n}")).ToList();
        var body = new JsonObject { ["productIds"] = new JsonArray([.. products.SelectMany(id => new[] { id, id + "-UNKNOWN" }).Append("not an id").Select(id => JsonValue.Create(id))]) };
        var (seen, cursor) = (new List<string>(), "");
        do
        {
            using var answer = await Client.SendAsync("POST", $"/v1/dppsByProductIds?limit=2&cursor={Uri.EscapeDataString(cursor)}", body);
            var page = await answer.NodeAsync();
            page["items"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(2);
            seen.AddRange(page["items"]!.AsArray().Select(item => item!.GetValue<string>()));
            cursor = page["cursor"]?.GetValue<string>() ?? "";
        }
        while (cursor.Length > 0);
        seen.ShouldBe(products);
    }

    [Theory]
    [InlineData("limit=0", 400)]
    [InlineData("limit=1001", 400)]
    [InlineData("limit=x", 400)]
    [InlineData("cursor=1.000000000000", 400)]
    [InlineData("cursor=%00", 400)]
    public async Task A_bad_page_is_a_named_error(string query, int status)
    {
        using var answer = await Client.SendAsync("POST", "/v1/dppsByProductIds?" + query, new JsonObject { ["productIds"] = new JsonArray("a", "b") });
        await answer.ResultAsync(status, "bad-request");
    }

    [Theory]
    [InlineData("/v1/dpps/https%3A%2F%2Fnobody.example%2F1", 404, "not-found")]
    [InlineData("/v1/dpps/not-an-id", 404, "not-found")]
    [InlineData("/v1/dpps/%FF%FE", 404, "not-found")]
    [InlineData("/v1/dppsByProductId/not-an-id", 404, "not-found")]
    [InlineData("/v1/dpps/x?representation=half", 400, "bad-request")]
    [InlineData("/v1/dpps/x?profile=klingon", 400, "bad-request")]
    [InlineData("/v1/dpps/x/elements/y", 404, "not-found")]
    [InlineData("/v1/dppsByIdAndDate/x", 400, "bad-request")]
    [InlineData("/v1/dppsByIdAndDate/x?date=yesterday", 400, "bad-request")]
    [InlineData("/v1/dictionary/nothing", 422, "unknown-term")]
    public async Task A_bad_question_gets_a_result(string path, int status, string code)
    {
        using var answer = await Client.GetAsync(path);
        await answer.ResultAsync(status, code);
    }

    [Fact]
    [Trait("Requirement", "REG-01")]
    public async Task An_item_links_to_its_batch_and_model_and_a_batch_to_its_model()
    {
        const string Model = "https://id.gs1.org/01/09521234577751";
        foreach (var (id, granularity) in new[] { (Model, "Model"), (Model + "/10/LOT-7", "Batch"), (Model + "/10/LOT-7/21/S1", "Item") })
        {
            using var answer = await Client.SendAsync("POST", "/v1/dpps", new JsonObject { ["uniqueProductIdentifier"] = id, ["granularity"] = granularity, ["economicOperatorId"] = "op" });
            await answer.NodeAsync(201);
        }

        var item = await Client.ReadAsync(DppClient.Path(Model + "/10/LOT-7/21/S1"));
        (item.Text("modelDppId"), item.Text("batchDppId")).ShouldBe((Model, Model + "/10/LOT-7"));
        var batch = await Client.ReadAsync(DppClient.Path(item.Text("batchDppId")));
        (batch.Text("modelDppId"), batch.Text("granularity")).ShouldBe((Model, "Batch"));
        (await Client.ReadAsync(DppClient.Path(Model))).AsObject().ContainsKey("modelDppId").ShouldBeFalse();
        using var same = await Client.SendAsync("PATCH", DppClient.Path(Model + "/10/LOT-7/21/S1"), item);
        (await same.NodeAsync()).ToJsonString().ShouldBe(item.ToJsonString(), "links are derived, not stated");
    }
}
