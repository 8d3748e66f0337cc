using System.Text.Json.Nodes;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.En18222;

/// <summary>Each profile answers as the implementation it is named after.</summary>
[Trait("Requirement", "18222-6")]
public sealed class ProfileTests(Workshop house)
{
    private HttpClient Client => house.Client;

    [Theory]
    [InlineData("en18222", "lastUpdate", "Item", "Active", false)]
    [InlineData("basyx", "lastUpdate", "Item", "Active", false)]
    [InlineData("ua-cloudlibrary", "lastUpdate", "item", "active", true)]
    [InlineData("openepcis", "lastUpdated", "item", "active", false)]
    [InlineData("dpp4fun", "lastUpdate", "Item", "Active", false)]
    [InlineData("ownyourdata", "lastUpdate", "item", "active", true)]
    public async Task The_header_speaks_the_profile(string profile, string timestamp, string granularity, string status, bool envelope)
    {
        var path = DppClient.Path(await Client.CreateAsync("PF-" + profile));
        var byQuery = await Client.ReadAsync($"{path}?profile={profile}");
        using var answer = await Client.SendAsync("GET", path, null, ("profile", profile));
        JsonNode.DeepEquals(await answer.NodeAsync(), byQuery).ShouldBeTrue();
        if (envelope) byQuery.Text("statusCode").ShouldBe("Success");
        var document = envelope ? byQuery["payload"]! : byQuery;
        document.AsObject().Count(member => member.Key.StartsWith("lastUpdate", StringComparison.Ordinal)).ShouldBe(1);
        document.Text(timestamp).ShouldEndWith("Z");
        (document.Text("granularity"), document.Text("dppStatus")).ShouldBe((granularity, status));
    }

    [Theory]
    [InlineData("en18222", "elements")]
    [InlineData("basyx", "elements")]
    [InlineData("ua-cloudlibrary", "value")]
    public async Task Children_of_multi_valued_elements_have_the_name_of_the_profile(string profile, string children)
    {
        var product = await Client.CreateAsync("C-" + profile);
        var element = await Client.ReadAsync(DppClient.Element(product, "$.intendedApplications") + $"?representation=full&profile={profile}");
        (element["payload"] ?? element)[children]!.AsArray().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("en18222", "productIds", "items", "cursor")]
    [InlineData("basyx", "productIds", "items", "cursor")]
    [InlineData("dpp4fun", "productIdentifiers", "dppIdentifiers", "nextCursor")]
    [InlineData("ownyourdata", null, "payload", "nextCursor")]
    [InlineData("ua-cloudlibrary", "productIds", "payload", "pagination")]
    public async Task The_search_speaks_the_profile(string profile, string? question, string list, string cursor)
    {
        var ids = new JsonArray(await Client.CreateAsync("F1-" + profile), await Client.CreateAsync("F2-" + profile));
        JsonNode body = question is null ? ids : new JsonObject { [question] = ids };
        using var answer = await Client.SendAsync("POST", $"/v1/dppsByProductIds?limit=1&profile={profile}", body);
        var reply = await answer.NodeAsync();
        reply[list]!.AsArray().ShouldHaveSingleItem();
        var next = reply[cursor] is JsonObject pagination ? pagination.Text("cursor") : reply.Text(cursor);
        using var second = await Client.SendAsync("POST", $"/v1/dppsByProductIds?limit=1&profile={profile}&cursor={next}", body);
        (await second.NodeAsync())[list]![0]!.GetValue<string>().ShouldBe(DppClient.Product("F2-" + profile));
    }

    [Theory]
    [InlineData("en18222", "message", false)]
    [InlineData("basyx", "messages", false)]
    [InlineData("ua-cloudlibrary", "message", true)]
    public async Task A_result_speaks_the_profile(string profile, string key, bool envelope)
    {
        using var answer = await Client.GetAsync($"/v1/dpps/nobody?profile={profile}");
        var reply = await answer.NodeAsync(404);
        if (envelope) reply.Text("statusCode").ShouldBe("ClientErrorResourceNotFound");
        (envelope ? reply["result"]! : reply)[key]![0]!.Text("code").ShouldBe("not-found");
    }

    [Fact]
    public async Task Null_in_a_patch_deletes_or_is_refused_as_the_profile_says()
    {
        var path = DppClient.Path(await Client.CreateAsync("NULL-1"));
        using var refused = await Client.SendAsync("PATCH", path + "?profile=ua-cloudlibrary", JsonNode.Parse("""{"identityAndProduct":{"serialNumber":null}}"""));
        refused.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        (await Client.ReadAsync(path))["identityAndProduct"]!.AsObject().ContainsKey("serialNumber").ShouldBeTrue();
        using var deleted = await Client.SendAsync("PATCH", path + "?profile=basyx", JsonNode.Parse("""{"identityAndProduct":{"serialNumber":null}}"""));
        (await deleted.NodeAsync())["identityAndProduct"]!.AsObject().ContainsKey("serialNumber").ShouldBeFalse();
    }

    [Fact]
    public async Task Creation_answers_the_document_where_the_profile_does()
    {
        using var answer = await Client.SendAsync("POST", "/v1/dpps?profile=ownyourdata", DppClient.Document("OYD-1"));
        var reply = await answer.NodeAsync(201);
        (reply.Text("statusCode"), reply["payload"]!.Text("economicOperatorId")).ShouldBe(("SuccessCreated", DppClient.Operator));
    }
}
