using System.Net;
using System.Text.Json.Nodes;
using Voltloop.App.Example;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.En18222;

/// <summary>What a gateway in front of many batteries sends: a list of merge patches.</summary>
[Trait("Requirement", "18222-3")]
public sealed class UpdateManyTests(Workshop house)
{
    private HttpClient Client => house.Client;

    [Fact]
    public async Task A_list_of_patches_is_one_write_and_each_passport_gets_its_own()
    {
        string[] ids = [await Client.CreateAsync("MANY-1"), await Client.CreateAsync("MANY-2"), await Client.CreateAsync("MANY-3")];
        var rows = new JsonArray(Row(ids[0], 91.5), Row(ids[1], 92.5), Row(ids[2], 97.5));
        using var answer = await Client.SendAsync("PATCH", "/v1/dpps", rows);
        (await answer.NodeAsync()).Same("""{"updated":2,"unchanged":1,"refused":[]}""").ShouldBeTrue();
        (await Task.WhenAll(ids.Select(HealthAsync))).ShouldBe(["91.5", "92.5", "97.5"]);
        var changes = await Task.WhenAll(ids.Take(2).Select(id => Client.ReadAsync(DppClient.Path(id) + "/changes?limit=1")));
        changes.Select(change => change["items"]![0]!.Text("changeId")).Distinct().ShouldHaveSingleItem("what one operator says at once is one assertion");
        changes[1]["items"]![0]!.Text("subject").ShouldBe(ids[1]);
        using var again = await Client.SendAsync("PATCH", "/v1/dpps", rows.DeepClone(), ("Prefer", "return=minimal"));
        again.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task One_bad_row_stops_all_unless_the_sender_wants_the_others()
    {
        string[] ids = [await Client.CreateAsync("MANY-4"), await Client.CreateAsync("MANY-5")];
        var rows = new JsonArray(Row(ids[0], 80), Row(DppClient.Product("MANY-UNKNOWN"), 81), Row(ids[1], "low"), Row(ids[0], 82), JsonValue.Create(1));
        using var stopped = await Client.SendAsync("PATCH", "/v1/dpps", rows.DeepClone());
        var messages = (await stopped.NodeAsync(404))["message"]!.AsArray().Select(message => message!.Text("text")).ToList();
        messages.Count.ShouldBe(4);
        (await HealthAsync(ids[0])).ShouldBe("97.5");
        using var proceeded = await Client.SendAsync("PATCH", "/v1/dpps?onError=proceed", rows.DeepClone(), ("Prefer", "return=minimal"));
        var reply = await proceeded.NodeAsync();
        reply["updated"]!.GetValue<int>().ShouldBe(1);
        reply["refused"]!.AsArray().Select(row => row!.Text("location")).ShouldBe(["/1", "/2/stateOfHealth", "/3/digitalProductPassportId", "/4"], ignoreOrder: true);
        (await Task.WhenAll(ids.Select(HealthAsync))).ShouldBe(["80", "97.5"]);
    }

    [Fact]
    public async Task The_sample_names_its_passports_in_any_spelling()
    {
        var rows = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(ExampleValueChain.ShippedSamples, "updates", "health-of-two.json")))!.AsArray();
        foreach (var row in rows)
        {
            using var made = await Client.SendAsync("POST", "/v1/dpps", new JsonObject { ["uniqueProductIdentifier"] = row!.Text("digitalProductPassportId"), ["economicOperatorId"] = DppClient.Operator });
            made.StatusCode.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.Conflict);
        }

        using var answer = await Client.SendAsync("PATCH", "/v1/dpps", rows);
        (await answer.NodeAsync())["updated"]!.GetValue<int>().ShouldBe(rows.Count);
    }

    [Fact]
    public async Task Too_many_rows_and_a_body_that_is_no_list_are_refused()
    {
        using var many = await Client.SendAsync("PATCH", "/v1/dpps", new JsonArray([.. Enumerable.Range(0, 10_001).Select(n => new JsonObject())]));
        (await many.ResultAsync(413, "limit-exceeded")).Text("text").ShouldContain("MaxRows");
        using var single = await Client.SendAsync("PATCH", "/v1/dpps", Row("x", 1));
        await single.ResultAsync(400, "malformed-input");
    }

    [Fact]
    public async Task Nobody_writes_about_the_battery_of_another()
    {
        var id = await Client.CreateAsync("MANY-6");
        using var made = await Client.SendAsync("POST", "/api/v1/keys", new JsonObject { ["label"] = "stranger", ["write"] = true, ["operator"] = "did:web:stranger.example" });
        using var answer = await Client.SendAsync("PATCH", "/v1/dpps", new JsonArray(Row(id, 1)), ("X-Api-Key", (await made.NodeAsync(201)).Text("key")));
        await answer.ResultAsync(403, "forbidden");
        (await HealthAsync(id)).ShouldBe("97.5");
    }

    private static JsonObject Row(string id, JsonNode health) => new() { ["digitalProductPassportId"] = id, ["stateOfHealth"] = health };

    private async Task<string> HealthAsync(string id) => (await Client.ReadAsync(DppClient.Path(id)))["stateOfHealthAndUse"]!["stateOfHealth"]!.ToJsonString();
}
