using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.En18222;

[Trait("Requirement", "18222-3")]
[Trait("Requirement", "18222-5")]
public sealed class CreateDppTests(Workshop house)
{
    private HttpClient Client => house.Client;

    [Fact]
    public async Task Creation_says_where_the_passport_is()
    {
        using var answer = await Client.SendAsync("POST", "/v1/dpps", DppClient.Document("NEW-1"));
        (await answer.NodeAsync(201)).Text("digitalProductPassportId").ShouldBe(DppClient.Product("NEW-1"));
        (await Client.ReadAsync(answer.Headers.Location!.OriginalString)).Text("uniqueProductIdentifier").ShouldBe(DppClient.Product("NEW-1"));
    }

    [Theory]
    [InlineData("https://id.gs1.org/01/09521234577706", "Item")]
    [InlineData("https://id.gs1.org/01/09521234577706/21/G1", "Model")]
    [InlineData("https://id.gs1.org/01/09521234577706/21/G1", "Batch")]
    [InlineData("https://id.gs1.org/01/09521234577706/10/L1", "Item")]
    [InlineData("https://id.gs1.org/01/09521234577706/21/G1", "Fleet")]
    [Trait("Requirement", "18219-2")]
    public async Task An_identifier_of_another_granularity_is_refused(string id, string granularity)
    {
        using var answer = await Client.SendAsync("POST", "/v1/dpps", new JsonObject { ["uniqueProductIdentifier"] = id, ["granularity"] = granularity, ["economicOperatorId"] = "op" });
        (await answer.ResultAsync(422, "invalid-value")).Text("text").ShouldStartWith("/granularity");
    }

    [Fact]
    [Trait("Requirement", "18219-2")]
    public async Task An_identifier_is_never_used_again_not_even_after_its_passport_has_ceased()
    {
        var product = await Client.CreateAsync("NEW-2", document => document["digitalProductPassportId"] = "urn:dpp:new-2");
        using var same = await Client.SendAsync("POST", "/v1/dpps", DppClient.Document("NEW-2"));
        await same.ResultAsync(409, "conflict");
        var other = DppClient.Document("NEW-3");
        other["digitalProductPassportId"] = "urn:dpp:new-2";
        using var reused = await Client.SendAsync("POST", "/v1/dpps", other);
        (await reused.ResultAsync(409, "conflict")).Text("text").ShouldStartWith("/digitalProductPassportId");
        using var ended = await Client.SendAsync("DELETE", DppClient.Path(product));
        ended.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var again = await Client.SendAsync("POST", "/v1/dpps", DppClient.Document("NEW-2"));
        await again.ResultAsync(409, "conflict");
        using var stolen = await Client.SendAsync("POST", "/v1/dpps", other);
        await stolen.ResultAsync(409, "conflict");
    }

    [Fact]
    [Trait("Requirement", "LAW-01")]
    [Trait("Requirement", "18219-2")]
    public async Task Of_concurrent_creations_of_one_product_one_succeeds()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Client.SendAsync("POST", "/v1/dpps", DppClient.Document("NEW-4"))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(7);
    }

    [Theory]
    [InlineData("""{"granularity":"Item","economicOperatorId":"op"}""", 422, "invalid-value")]
    [InlineData("""{"uniqueProductIdentifier":"https://id.gs1.org/01/09521234577706/21/N5"}""", 422, "invalid-value")]
    [InlineData("""{"uniqueProductIdentifier":"https://id.gs1.org/01/09521234577700/21/N5","economicOperatorId":"op"}""", 400, "invalid-identifier")]
    [InlineData("""{"uniqueProductIdentifier":"https://id.gs1.org/01/09521234577706/21/N5","economicOperatorId":"op","ratedCapacity":"much"}""", 422, "invalid-value")]
    [InlineData("""{"uniqueProductIdentifier":"https://id.gs1.org/01/09521234577720","economicOperatorId":"op","serialNumber":"1"}""", 422, "invalid-value")]
    public async Task What_is_missing_or_wrong_is_named(string body, int status, string code)
    {
        using var answer = await Client.SendAsync("POST", "/v1/dpps", JsonNode.Parse(body));
        await answer.ResultAsync(status, code);
    }

    [Fact]
    [Trait("Requirement", "LAW-07")]
    public async Task A_deleted_passport_leaves_a_tombstone_everywhere()
    {
        var product = await Client.CreateAsync("DEL-1");
        var before = await Client.ReadAsync(DppClient.Path(product) + "?audience=operator");
        using var stale = await Client.SendAsync("DELETE", DppClient.Path(product), null, ("If-Match", "\"0-0\""));
        await stale.ResultAsync(412, "precondition-failed");
        using var ended = await Client.SendAsync("DELETE", DppClient.Path(product));
        ended.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var date = Uri.EscapeDataString(before.Text("lastUpdate"));
        foreach (var path in new[]
        {
            DppClient.Path(product), "/v1/dppsByProductId/" + Uri.EscapeDataString(product), DppClient.Element(product, "$.ratedCapacity"),
            $"{DppClient.Path(product)}/versions/{date}?audience=public", $"{DppClient.Path(product)}/versions/2099-01-01?audience=operator",
        })
        {
            using var answer = await Client.GetAsync(path);
            await answer.ResultAsync(410, "passport-gone");
        }

        using var patched = await Client.SendAsync("PATCH", DppClient.Path(product), new JsonObject { ["ratedCapacity"] = 1 });
        await patched.ResultAsync(410, "passport-gone");
        using var twice = await Client.SendAsync("DELETE", DppClient.Path(product));
        await twice.ResultAsync(410, "passport-gone");
        var archived = await Client.ReadAsync($"{DppClient.Path(product)}/versions/{date}?audience=operator");
        JsonNode.DeepEquals(archived, before).ShouldBeTrue();
        (await Client.GetStringAsync("/p/" + Uri.EscapeDataString(product))).ShouldNotContain("DEL-1</dd>");
        using var search = await Client.SendAsync("POST", "/v1/dppsByProductIds", new JsonArray(product));
        (await search.NodeAsync())["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "REG-03")]
    public async Task An_entry_is_registered_once()
    {
        var entry = new JsonObject { ["uniqueProductIdentifier"] = await Client.CreateAsync("REG-1"), ["economicOperatorId"] = DppClient.Operator, ["commodityCode"] = "85076000" };
        using var first = await Client.SendAsync("POST", "/v1/registerDPP", entry);
        using var second = await Client.SendAsync("POST", "/v1/registerDPP", entry);
        var id = (await first.NodeAsync(201)).Text("registrationId");
        (await second.NodeAsync()).Text("registrationId").ShouldBe(id);
        var document = await Client.ReadAsync(DppClient.Path(DppClient.Product("REG-1")));
        document["passportDocument"]!.Text("registrationIdentifier").ShouldBe(id);
        document["passportDocument"]!["registryEntry"]!.Text("commodityCode").ShouldBe("85076000");
    }

    [Theory]
    [InlineData("""{"economicOperatorId":"op"}""", 422, "invalid-value")]
    [InlineData("""{"uniqueProductIdentifier":"https://nobody.example/1","economicOperatorId":"op"}""", 404, "not-found")]
    [InlineData("""[]""", 400, "malformed-input")]
    public async Task A_bad_entry_is_not_registered(string body, int status, string code)
    {
        using var answer = await Client.SendAsync("POST", "/v1/registerDPP", JsonNode.Parse(body));
        await answer.ResultAsync(status, code);
    }

    [Fact]
    public async Task A_batch_of_100_000_elements_with_one_bad_row_is_all_or_nothing_or_proceeds()
    {
        const int Passports = 10_000;
        var watch = Stopwatch.StartNew();
        using var refused = await Client.SendAsync("POST", "/v1/dpps/batch", Batch(Passports, bad: 7_777));
        var text = (await refused.ResultAsync(422, "invalid-value")).Text("text");
        text.ShouldStartWith("/7777/identityAndProduct/batteryMass");
        using var nothing = await Client.GetAsync(DppClient.Path(DppClient.Product("BATCH-0")));
        await nothing.ResultAsync(404, "not-found");
        using var proceeded = await Client.SendAsync("POST", "/v1/dpps/batch?onError=proceed", Batch(Passports, bad: 7_777));
        var reply = await proceeded.NodeAsync(201);
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms for a refused and a written batch");
        reply["created"]!.GetValue<int>().ShouldBe(Passports - 1);
        reply["refused"]!.AsArray().ShouldHaveSingleItem()!.Text("location").ShouldBe("/7777/identityAndProduct/batteryMass");
        (await Client.ReadAsync(DppClient.Path(DppClient.Product("BATCH-9999"))))["identityAndProduct"]!["batteryMass"]!.ToJsonString().ShouldBe("9999");
        using var absent = await Client.GetAsync(DppClient.Path(DppClient.Product("BATCH-7777")));
        await absent.ResultAsync(404, "not-found");
    }

    [Fact]
    public async Task A_product_twice_in_a_batch_is_named()
    {
        using var answer = await Client.SendAsync("POST", "/v1/dpps/batch", new JsonArray(DppClient.Document("TWICE"), DppClient.Document("TWICE")));
        (await answer.ResultAsync(409, "conflict")).Text("text").ShouldStartWith("/1/uniqueProductIdentifier");
    }

    // Ten statements each: nine elements and the status that every passport begins with.
    private static JsonArray Batch(int passports, int bad) => new([.. Enumerable.Range(0, passports).Select(n => new JsonObject
    {
        ["uniqueProductIdentifier"] = DppClient.Product($"BATCH-{n}"),
        ["granularity"] = "Item",
        ["economicOperatorId"] = DppClient.Operator,
        ["identityAndProduct"] = new JsonObject
        {
            ["serialNumber"] = $"BATCH-{n}", ["batteryMass"] = n == bad ? "heavy" : n, ["ratedCapacity"] = 5, ["length"] = 1, ["width"] = 2, ["height"] = 3,
            ["manufacturingDate"] = "2026-11", ["manufacturerName"] = "M",
        },
    })]);
}
