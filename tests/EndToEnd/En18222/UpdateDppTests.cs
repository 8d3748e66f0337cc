using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.En18222;

[Trait("Requirement", "18222-2")]
[Trait("Requirement", "18222-3")]
[Trait("Requirement", "18222-4")]
[Trait("Requirement", "18221-1")]
public sealed class UpdateDppTests(Workshop house)
{
    private HttpClient Client => house.Client;

    [Fact]
    public async Task Every_update_is_archived_and_each_version_can_be_read_at_its_date()
    {
        var path = DppClient.Path(await Client.CreateAsync("UPD-1"));
        var versions = new List<JsonNode> { await Client.ReadAsync(path) };
        for (var n = 1; n <= 5; n++)
        {
            using var answer = await Client.SendAsync("PATCH", path, new JsonObject { ["ratedCapacity"] = n });
            versions.Add(await answer.NodeAsync());
        }

        versions.Select(version => version.Text("lastUpdate")).Distinct().Count().ShouldBe(6);
        foreach (var version in versions)
        {
            var date = Uri.EscapeDataString(version.Text("lastUpdate"));
            JsonNode.DeepEquals(await Client.ReadAsync(path.Replace("/v1/dpps/", "/v1/dppsByIdAndDate/", StringComparison.Ordinal) + $"?date={date}"), version).ShouldBeTrue();
            JsonNode.DeepEquals(await Client.ReadAsync($"{path}/versions/{date}"), version).ShouldBeTrue();
        }
    }

    [Fact]
    [Trait("Requirement", "18221-2")]
    public async Task At_the_boundary_of_a_version_one_microsecond_decides()
    {
        var path = DppClient.Path(await Client.CreateAsync("UPD-2"));
        using var answer = await Client.SendAsync("PATCH", path, new JsonObject { ["ratedCapacity"] = 9 });
        var moment = DateTimeOffset.Parse((await answer.NodeAsync()).Text("lastUpdate"));
        async Task<string> AtAsync(DateTimeOffset at) =>
            (await Client.ReadAsync($"{path}/versions/{Uri.EscapeDataString(at.ToString("O"))}"))["identityAndProduct"]!["ratedCapacity"]!.ToJsonString();
        (await AtAsync(moment)).ShouldBe("9");
        (await AtAsync(moment.AddMicroseconds(-1))).ShouldBe("5.5");
        using var before = await Client.GetAsync($"{path}/versions/2020-01-01");
        await before.ResultAsync(404, "not-found");
    }

    [Fact]
    public async Task A_merge_patch_sets_merges_and_deletes()
    {
        var path = DppClient.Path(await Client.CreateAsync("UPD-3", document => document["manufacturerAddress"] = JsonNode.Parse("""{"city":"Kiruna","street":{"name":"A","number":"1"}}""")));
        var patch = JsonNode.Parse("""{"identityAndProduct":{"serialNumber":null,"manufacturerAddress":{"street":{"number":"2"},"country":"SE"},"intendedApplications":["ship"]},"modelName":"M","facilityId":"https://f.example/1"}""");
        using var answer = await Client.SendAsync("PATCH", path, patch);
        var document = await answer.NodeAsync();
        var section = document["identityAndProduct"]!.AsObject();
        section.ContainsKey("serialNumber").ShouldBeFalse();
        section["manufacturerAddress"].Same("""{"city":"Kiruna","street":{"name":"A","number":"2"},"country":"SE"}""").ShouldBeTrue();
        section["intendedApplications"].Same("""["ship"]""").ShouldBeTrue();
        (section.Text("modelName"), document.Text("facilityId")).ShouldBe(("M", "https://f.example/1"));
    }

    [Fact]
    public async Task A_patch_that_changes_nothing_makes_no_version()
    {
        var path = DppClient.Path(await Client.CreateAsync("UPD-4"));
        var before = await Client.ReadAsync(path);
        using var answer = await Client.SendAsync("PATCH", path, JsonNode.Parse("""{"ratedCapacity":5.5,"labelsAndConformity":null,"lastUpdate":"2001-01-01T00:00:00Z","granularity":"item"}"""));
        JsonNode.DeepEquals(await answer.NodeAsync(), before).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"ratedCapacity":1,"serialNumber":7}""", 422, "invalid-value")]
    [InlineData("""{"ratedCapacity":1,"colour":"red"}""", 422, "unknown-term")]
    [InlineData("""{"ratedCapacity":1,"uniqueProductIdentifier":"https://id.gs1.org/01/09521234577706/21/OTHER"}""", 422, "invalid-value")]
    [InlineData("""{"ratedCapacity":1,"granularity":"Model"}""", 422, "invalid-value")]
    [InlineData("""{"ratedCapacity":1,"digitalProductPassportId":null}""", 422, "invalid-value")]
    [InlineData("""{"ratedCapacity":1,"dppStatus":"ceased"}""", 422, "invalid-value")]
    [InlineData("""{"ratedCapacity":1,"elements":{}}""", 422, "invalid-value")]
    [InlineData("""{"ratedCapacity":1,"elements":[{"elementId":"ratedCapacity","value":2}]}""", 422, "invalid-value")]
    [InlineData("""{"ratedCapacity":1,"elements":[{"value":2}]}""", 422, "invalid-value")]
    [InlineData("""{"ratedCapacity":1,"elements":[{"elementId":"identityAndProduct","elements":[{"elementId":"colour","value":"red"}]}]}""", 422, "unknown-term")]
    [InlineData("""[1]""", 400, "malformed-input")]
    [InlineData("null", 400, "malformed-input")]
    [Trait("Requirement", "18219-2")]
    public async Task A_bad_patch_changes_nothing_at_all(string patch, int status, string code)
    {
        var path = DppClient.Path(DppClient.Product("UPD-5"));
        using var created = await Client.SendAsync("POST", "/v1/dpps", DppClient.Document("UPD-5"));
        var before = await Client.ReadAsync(path + "?audience=operator");
        using var answer = await Client.SendAsync("PATCH", path, JsonNode.Parse(patch));
        var result = await answer.NodeAsync(status);
        result["message"]![0]!.Text("code").ShouldBe(code);
        JsonNode.DeepEquals(await Client.ReadAsync(path + "?audience=operator"), before).ShouldBeTrue();
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}", "application/json", 400, "malformed-input")]
    [InlineData("{", "application/json", 400, "malformed-input")]
    [InlineData("a=1", "application/x-www-form-urlencoded", 415, "unsupported-media-type")]
    public async Task A_body_that_cannot_be_read_is_named(string body, string type, int status, string code)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await Client.PostAsync("/v1/dpps", content);
        await answer.ResultAsync(status, code);
    }

    [Fact]
    public async Task A_json_nested_too_deep_is_refused_at_the_limit()
    {
        using var content = new StringContent(new string('[', 10_000) + new string(']', 10_000), Encoding.UTF8, "application/json");
        using var answer = await Client.PostAsync("/v1/dpps", content);
        (await answer.ResultAsync(413, "limit-exceeded")).Text("text").ShouldContain("MaxJsonDepth");
    }

    [Fact]
    public async Task Of_concurrent_updates_with_the_same_tag_one_wins_and_the_others_are_told()
    {
        var path = DppClient.Path(await Client.CreateAsync("UPD-6"));
        using var read = await Client.GetAsync(path);
        var tag = read.Headers.ETag!.ToString();
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Client.SendAsync("PATCH", path, new JsonObject { ["ratedCapacity"] = n }, ("If-Match", tag))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        foreach (var loser in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK)) await loser.ResultAsync(412, "precondition-failed");
        var winner = answers.Single(answer => answer.StatusCode == HttpStatusCode.OK);
        JsonNode.DeepEquals(await winner.NodeAsync(), await Client.ReadAsync(path)).ShouldBeTrue();
        using var next = await Client.SendAsync("PATCH", path, new JsonObject { ["ratedCapacity"] = 50 }, ("If-Match", winner.Headers.ETag!.ToString()));
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_sender_who_prefers_a_minimal_reply_gets_the_tag_only()
    {
        var path = DppClient.Path(await Client.CreateAsync("UPD-MIN"));
        using var answer = await Client.SendAsync("PATCH", path, new JsonObject { ["ratedCapacity"] = 4 }, ("Prefer", "return=minimal"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        answer.Headers.GetValues("Preference-Applied").ShouldBe(["return=minimal"]);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        var tag = answer.Headers.ETag!.ToString();
        using var next = await Client.SendAsync("PATCH", path, new JsonObject { ["ratedCapacity"] = 5 }, ("If-Match", tag));
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var stale = await Client.SendAsync("PATCH", path, new JsonObject { ["ratedCapacity"] = 6 }, ("If-Match", tag));
        await stale.ResultAsync(412, "precondition-failed");
    }

    [Fact]
    public async Task The_tag_of_any_representation_guards_an_update()
    {
        var path = DppClient.Path(await Client.CreateAsync("UPD-7"));
        using var read = await Client.GetAsync(path + "?representation=full&profile=openepcis&audience=operator");
        using var answer = await Client.SendAsync("PATCH", path, new JsonObject { ["ratedCapacity"] = 3 }, ("If-Match", read.Headers.ETag!.ToString()));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_element_is_updated_and_the_rest_stays()
    {
        var product = await Client.CreateAsync("UPD-8");
        using var answer = await Client.SendAsync("PATCH", DppClient.Element(product, "$.intendedApplications[0]"), JsonValue.Create("bus"));
        var document = await answer.NodeAsync();
        document["identityAndProduct"]!["intendedApplications"].Same("""["bus","store"]""").ShouldBeTrue();
        document["identityAndProduct"]!["ratedCapacity"]!.ToJsonString().ShouldBe("5.5");
        using var removed = await Client.SendAsync("PATCH", DppClient.Element(product, "$.identityAndProduct.serialNumber"));
        (await removed.NodeAsync())["identityAndProduct"]!.AsObject().ContainsKey("serialNumber").ShouldBeFalse();
        using var header = await Client.SendAsync("PATCH", DppClient.Element(product, "$.economicOperatorId"), JsonValue.Create("https://operator.example/2"));
        (await header.NodeAsync()).Text("economicOperatorId").ShouldBe("https://operator.example/2");
    }

    [Theory]
    [InlineData("$.modelName")]
    [InlineData("$.intendedApplications[9]")]
    [InlineData("$.intendedApplications[*]")]
    public async Task An_element_that_is_absent_or_several_is_not_updated(string path)
    {
        using var created = await Client.SendAsync("POST", "/v1/dpps", DppClient.Document("UPD-9"));
        using var answer = await Client.SendAsync("PATCH", DppClient.Element(DppClient.Product("UPD-9"), path), JsonValue.Create(1));
        (await answer.ResultAsync(404, "not-found")).Text("text").ShouldBe("The path selects no element.");
    }

    [Fact]
    public async Task A_stranger_who_would_update_a_hidden_element_learns_no_more_than_of_an_absent_one()
    {
        using var created = await Client.SendAsync("POST", "/v1/dpps", DppClient.Document("UPD-10"));
        using var made = await Client.SendAsync("POST", "/api/v1/keys", new JsonObject { ["label"] = "stranger", ["write"] = true, ["operator"] = "did:web:stranger.example" });
        var key = (await made.NodeAsync(201)).Text("key");
        var answers = new List<string>();
        foreach (var path in new[] { "$.stateOfHealthAndUse.stateOfHealth", "$.stateOfHealthAndUse.remainingEnergy" })
        {
            using var answer = await Client.SendAsync("PATCH", DppClient.Element(DppClient.Product("UPD-10"), path), JsonValue.Create(1), ("X-Api-Key", key));
            answers.Add((await answer.ResultAsync(404, "not-found")).Text("text"));
        }

        answers.ShouldBe(["The path selects no element.", "The path selects no element."]);
        using var open = await Client.SendAsync("PATCH", DppClient.Element(DppClient.Product("UPD-10"), "$.identityAndProduct.ratedCapacity"), JsonValue.Create(1), ("X-Api-Key", key));
        await open.ResultAsync(403, "forbidden");
    }

    [Fact]
    public async Task An_item_resolves_its_model_and_cannot_take_a_fact_from_it()
    {
        const string Model = "https://id.gs1.org/01/09521234577713";
        using var model = await Client.SendAsync("POST", "/v1/dpps", JsonNode.Parse($$"""{"uniqueProductIdentifier":"{{Model}}","granularity":"Model","economicOperatorId":"op","ratedCapacity":40}"""));
        (await model.NodeAsync(201)).Text("digitalProductPassportId").ShouldBe(Model);
        using var item = await Client.SendAsync("POST", "/v1/dpps", JsonNode.Parse($$"""{"uniqueProductIdentifier":"{{Model}}/21/I1","granularity":"Item","ratedCapacity":40}"""));
        await item.NodeAsync(201);
        (await Client.ReadAsync(DppClient.Path(Model + "/21/I1"))).Text("economicOperatorId").ShouldBe("op");
        using var refused = await Client.SendAsync("PATCH", DppClient.Path(Model + "/21/I1"), JsonNode.Parse("""{"ratedCapacity":null}"""));
        await refused.ResultAsync(409, "conflict");
        using var changed = await Client.SendAsync("PATCH", DppClient.Path(Model), JsonNode.Parse("""{"ratedCapacity":41}"""));
        await changed.NodeAsync();
        (await Client.ReadAsync(DppClient.Path(Model + "/21/I1")))["identityAndProduct"]!["ratedCapacity"]!.ToJsonString().ShouldBe("41");
        using var kept = await Client.SendAsync("DELETE", DppClient.Path(Model));
        await kept.ResultAsync(409, "conflict");
    }

    [Fact]
    public async Task A_patch_in_full_representation_sets_and_ends_the_elements_it_lists_and_leaves_the_others()
    {
        var path = DppClient.Path(await Client.CreateAsync("UPD-20")) + "?representation=full";
        var before = await Client.ReadAsync(path);
        using var same = await Client.SendAsync("PATCH", path, before);
        (await same.NodeAsync()).ToJsonString().ShouldBe(before.ToJsonString(), "a passport is a patch that changes nothing");
        using var changed = await Client.SendAsync("PATCH", path, JsonNode.Parse("""
            {"facilityId":"https://f.example/2","elements":[{"elementId":"identityAndProduct","objectType":"DataElementCollection","elements":[
              {"elementId":"ratedCapacity","objectType":"SingleValuedDataElement","valueDataType":"xsd:decimal","value":"7.25"},
              {"elementId":"serialNumber","objectType":"SingleValuedDataElement","value":null},
              {"elementId":"intendedApplications","objectType":"MultiValuedDataElement","elements":[{"elementId":"0","value":"ship"}]}]}]}
            """));
        (await changed.NodeAsync())["elements"].ShouldNotBeNull();
        var after = await Client.ReadAsync(DppClient.Path(DppClient.Product("UPD-20")));
        after.Text("facilityId").ShouldBe("https://f.example/2");
        after["identityAndProduct"].Same("""{"intendedApplications":["ship"],"ratedCapacity":7.25}""").ShouldBeTrue(after.ToJsonString());
        after["stateOfHealthAndUse"].Same("""{"stateOfHealth":97.5}""").ShouldBeTrue();
    }

    [Fact]
    public async Task One_element_is_updated_in_full_representation()
    {
        var product = await Client.CreateAsync("UPD-21");
        var path = DppClient.Element(product, "$.ratedCapacity") + "?representation=full";
        var element = await Client.ReadAsync(path);
        element["value"] = 8;
        using var changed = await Client.SendAsync("PATCH", path, element);
        (await changed.NodeAsync())["elements"].ShouldNotBeNull();
        (await Client.ReadAsync(DppClient.Element(product, "$.ratedCapacity"))).ToJsonString().ShouldBe("8");
        element["elementId"] = "serialNumber";
        using var other = await Client.SendAsync("PATCH", path, element);
        (await other.ResultAsync(422, "invalid-value")).Text("text").ShouldContain("serialNumber");
        using var bare = await Client.SendAsync("PATCH", path, JsonValue.Create(9));
        await bare.ResultAsync(422, "invalid-value");
    }

    [Fact]
    public async Task A_profile_without_null_refuses_it_in_the_full_representation_too()
    {
        var path = DppClient.Path(await Client.CreateAsync("UPD-22"));
        using var refused = await Client.SendAsync("PATCH", path + "?representation=full&profile=ua-cloudlibrary", JsonNode.Parse("""{"elements":[{"elementId":"identityAndProduct","elements":[{"elementId":"serialNumber","value":null}]}]}"""));
        refused.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }
}
