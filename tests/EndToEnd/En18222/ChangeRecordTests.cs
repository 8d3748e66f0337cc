using System.Text.Json.Nodes;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.En18222;

[Trait("Requirement", "18223-3")]
[Trait("Requirement", "LAW-04")]
public sealed class ChangeRecordTests(Workshop house)
{
    private HttpClient Client => house.Client;

    [Fact]
    public async Task Each_change_has_an_id_a_moment_an_actor_and_the_paths_that_changed()
    {
        var product = await Client.CreateAsync("CHG-1");
        using var patched = await Client.SendAsync("PATCH", DppClient.Path(product), JsonNode.Parse("""{"ratedCapacity":6,"serialNumber":null,"facilityId":"https://f.example/1"}"""));
        var changes = await ChangesAsync(product);
        changes.Count.ShouldBe(2);
        changes[0]!["changedProperties"].Same("""["$['facilityId']","$['identityAndProduct']['ratedCapacity']","$['identityAndProduct']['serialNumber']"]""").ShouldBeTrue();
        changes[0]!.Text("actor").ShouldBe(DppClient.Operator);
        changes[0]!.Text("timestamp").ShouldBe((await patched.NodeAsync()).Text("lastUpdate"));
        long.Parse(changes[0]!.Text("changeId")).ShouldBeGreaterThan(long.Parse(changes[1]!.Text("changeId")));
        foreach (var path in changes[0]!["changedProperties"]!.AsArray().Skip(1).Take(1))
            (await Client.ReadAsync(DppClient.Element(product, path!.GetValue<string>()))).ToJsonString().ShouldBe("6", "a path leads to its element");
    }

    [Fact]
    public async Task Who_may_not_read_a_property_is_not_told_that_it_changed()
    {
        var product = await Client.CreateAsync("CHG-2");
        using var secret = await Client.SendAsync("PATCH", DppClient.Path(product), JsonNode.Parse("""{"stateOfHealth":90}"""));
        (await ChangesAsync(product)).Count.ShouldBe(2);
        var seen = await ChangesAsync(product, "audience=public");
        seen.ShouldHaveSingleItem();
        seen.ToJsonString().ShouldNotContain("stateOfHealth");
    }

    [Fact]
    public async Task Changes_come_in_pages_without_gaps_and_those_of_the_model_count()
    {
        const string Model = "https://id.gs1.org/01/09521234577737";
        using var model = await Client.SendAsync("POST", "/v1/dpps", JsonNode.Parse($$"""{"uniqueProductIdentifier":"{{Model}}","granularity":"Model","economicOperatorId":"op","ratedCapacity":40}"""));
        using var item = await Client.SendAsync("POST", "/v1/dpps", JsonNode.Parse($$"""{"uniqueProductIdentifier":"{{Model}}/21/I1","granularity":"Item","serialNumber":"I1"}"""));
        for (var n = 0; n < 5; n++) (await Client.SendAsync("PATCH", DppClient.Path(n % 2 == 0 ? Model : Model + "/21/I1"), JsonNode.Parse($$"""{"{{(n % 2 == 0 ? "ratedCapacity" : "serialNumber")}}":{{(n % 2 == 0 ? $"{n}" : $"\"S{n}\"")}}}"""))).Dispose();
        var all = await ChangesAsync(Model + "/21/I1");
        all.Select(change => change!.Text("subject").EndsWith("I1", StringComparison.Ordinal)).ShouldBe([false, true, false, true, false, true, false]);
        var (paged, cursor) = (new List<string>(), "");
        do
        {
            var page = await Client.ReadAsync($"{DppClient.Path(Model + "/21/I1")}/changes?limit=2&cursor={cursor}");
            paged.AddRange(page["items"]!.AsArray().Select(change => change!.Text("changeId")));
            cursor = page["cursor"]?.GetValue<string>() ?? "";
        }
        while (cursor.Length > 0);
        paged.ShouldBe(all.Select(change => change!.Text("changeId")));
    }

    [Fact]
    public async Task The_changes_of_a_passport_that_has_ceased_are_for_the_archive_only()
    {
        var product = await Client.CreateAsync("CHG-3");
        (await Client.SendAsync("DELETE", DppClient.Path(product))).Dispose();
        using var gone = await Client.GetAsync(DppClient.Path(product) + "/changes?audience=public");
        await gone.ResultAsync(410, "passport-gone");
        (await ChangesAsync(product)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("cursor=zz")]
    [InlineData("cursor=-1")]
    public async Task A_bad_page_of_changes_is_a_named_error(string query)
    {
        var path = DppClient.Path(DppClient.Product("CHG-4"));
        using var created = await Client.SendAsync("POST", "/v1/dpps", DppClient.Document("CHG-4"));
        using var answer = await Client.GetAsync($"{path}/changes?{query}");
        await answer.ResultAsync(400, "bad-request");
    }

    [Fact]
    public async Task Changes_are_listed_at_the_command_line()
    {
        using var voltloop = new CommandLine.Voltloop();
        (await voltloop.RunAsync("import", voltloop.File("table.csv", "serial,gtin,cycle_count,discharging_capacity_ah\nCH-1,09521234500018,1,1.08\nCH-1,09521234500018,2,1.07\n"))).ExitCode.ShouldBe(0);
        (await voltloop.RunAsync("lifecycle", "CH-1", "--operator", "https://op.example/9")).ExitCode.ShouldBe(0);
        var listed = await voltloop.RunAsync("changes", "CH-1", "--json");
        listed.ExitCode.ShouldBe(0, listed.Errors);
        listed.Json.GetProperty("items")[0].GetProperty("changedProperties")[0].GetString().ShouldBe("$['economicOperatorId']");
        (await voltloop.RunAsync("changes", "CH-1")).Output.ShouldContain("$['economicOperatorId']");
    }

    private async Task<JsonArray> ChangesAsync(string product, string query = "") => (await Client.ReadAsync($"{DppClient.Path(product)}/changes?{query}"))["items"]!.AsArray();
}
