using System.Net;
using System.Text.Json.Nodes;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.En18222;

[Trait("Requirement", "LAW-06")]
[Trait("Requirement", "LAW-07")]
[Trait("Requirement", "LAW-12")]
public sealed class LifecycleTests(Workshop house)
{
    private const string NewOperator = "https://operator.example/2";

    private HttpClient Client => house.Client;

    [Theory]
    [InlineData("repurposed")]
    [InlineData("re-used")]
    [InlineData("remanufactured")]
    public async Task A_new_life_is_a_new_passport_linked_both_ways(string status)
    {
        var old = await Client.CreateAsync("LIFE-" + status);
        var heir = DppClient.Product("HEIR-" + status);
        var state = await StepAsync(old, new JsonObject { ["to"] = status, ["newId"] = heir, ["operator"] = NewOperator });
        state["successors"]![0]!.GetValue<string>().ShouldBe(heir);
        state.Text("operator").ShouldBe(DppClient.Operator);
        var born = await Client.ReadAsync(DppClient.Path(heir) + "?audience=operator");
        born.Text("economicOperatorId").ShouldBe(NewOperator);
        born["stateOfHealthAndUse"]!.Text("batteryStatus").ShouldBe(status);
        born["passportDocument"]!["predecessors"].Same($"[\"{old}\"]").ShouldBeTrue();
        born["identityAndProduct"].ShouldBeNull("facts of the old life are resolved by its link, not copied");
        (await Client.ReadAsync(DppClient.Path(old))).Text("dppStatus").ShouldBe("Inactive");
        using var again = await PostAsync(old, new JsonObject { ["to"] = "waste", ["operator"] = NewOperator });
        await again.ProblemAsync(409);
        (await Client.GetStringAsync("/things/" + Uri.EscapeDataString(old))).ShouldContain(heir);
    }

    [Fact]
    public async Task From_cradle_to_tombstone_with_responsibility_handed_over()
    {
        var product = await Client.CreateAsync("LIFE-END");
        (await StepAsync(product, new JsonObject { ["operator"] = NewOperator })).Text("operator").ShouldBe(NewOperator);
        var waste = await StepAsync(product, new JsonObject { ["to"] = "waste", ["operator"] = "https://pro.example/1" });
        (waste.Text("status"), waste.Text("operator")).ShouldBe(("waste", "https://pro.example/1"));
        var recycled = await StepAsync(product, new JsonObject { ["to"] = "recycled" });
        (recycled.Text("status"), recycled["ceased"]!.GetValue<bool>()).ShouldBe(("recycled", true));
        using var gone = await Client.GetAsync(DppClient.Path(product));
        await gone.ResultAsync(410, "passport-gone");
        using var more = await PostAsync(product, new JsonObject { ["to"] = "re-used", ["newId"] = DppClient.Product("Z"), ["operator"] = NewOperator });
        await more.ProblemAsync(410);
    }

    [Theory]
    [InlineData("""{"to":"recycled"}""", 409, "conflict")]
    [InlineData("""{"to":"original"}""", 409, "conflict")]
    [InlineData("""{"to":"melted"}""", 422, "invalid-value")]
    [InlineData("""{"to":"waste"}""", 422, "invalid-value")]
    [InlineData("""{"to":"repurposed","operator":"op"}""", 422, "invalid-value")]
    [InlineData("""{"to":"repurposed","newId":"https://id.gs1.org/01/09521234577706/21/LIFE-BAD","operator":"op"}""", 409, "conflict")]
    [InlineData("""{"to":"repurposed","newId":"https://id.gs1.org/01/09521234577706","operator":"op"}""", 422, "invalid-value")]
    [InlineData("""{"to":"waste","newId":"https://id.gs1.org/01/09521234577706/21/W","operator":"op"}""", 422, "invalid-value")]
    [InlineData("""{}""", 422, "invalid-value")]
    public async Task A_step_that_is_not_allowed_changes_nothing(string body, int status, string code)
    {
        var product = DppClient.Product("LIFE-BAD");
        using var created = await Client.SendAsync("POST", "/v1/dpps", DppClient.Document("LIFE-BAD"));
        var before = await Client.ReadAsync(DppClient.Path(product) + "?audience=operator");
        using var answer = await PostAsync(product, JsonNode.Parse(body)!);
        (await answer.ProblemAsync(status)).Text("code").ShouldBe(code);
        JsonNode.DeepEquals(await Client.ReadAsync(DppClient.Path(product) + "?audience=operator"), before).ShouldBeTrue();
    }

    [Fact]
    public async Task The_state_tells_what_may_follow()
    {
        var product = await Client.CreateAsync("LIFE-NEXT");
        var state = await Client.ReadAsync($"/api/v1/passports/{Uri.EscapeDataString(product)}/lifecycle?audience=operator");
        state.Text("status").ShouldBe("original");
        state["next"].Same("""["re-used","repurposed","remanufactured","waste"]""").ShouldBeTrue();
    }

    private Task<HttpResponseMessage> PostAsync(string product, JsonNode body) =>
        Client.SendAsync("POST", $"/api/v1/passports/{Uri.EscapeDataString(product)}/lifecycle", body);

    private async Task<JsonNode> StepAsync(string product, JsonNode body)
    {
        using var answer = await PostAsync(product, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.NodeAsync();
    }
}
