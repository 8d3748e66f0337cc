using System.Net;
using System.Text.Json.Nodes;
using Voltloop.Tests.EndToEnd.Access;
using Voltloop.Tests.EndToEnd.Api;

namespace Voltloop.Tests.EndToEnd.En18222;

/// <summary>Operators write for themselves, hand over, and may be gone one day.</summary>
[Trait("Requirement", "LAW-04")]
[Trait("Requirement", "LAW-10")]
[Trait("Requirement", "LAW-11")]
public sealed class OperatorTests
{
    private const string Maker = "https://id.gs1.org/417/9521234000020";
    private const string Heir = "did:web:heir.example";

    [Fact]
    public async Task An_operator_writes_its_own_passports_and_every_change_bears_its_name()
    {
        await using var house = await Access.House.OpenAsync();
        using var maker = house.Client(await house.AddKeyAsync(Maker, write: true));
        using var other = house.Client(await house.AddKeyAsync(Heir, write: true));
        var product = await maker.CreateAsync("OWN-1");
        using var changed = await maker.SendAsync("PATCH", DppClient.Path(product), JsonNode.Parse("""{"ratedCapacity":6}"""));
        changed.StatusCode.ShouldBe(HttpStatusCode.OK, await changed.Content.ReadAsStringAsync());
        using var foreign = await other.SendAsync("PATCH", DppClient.Path(product), JsonNode.Parse("""{"ratedCapacity":7}"""));
        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var changes = (await maker.ReadAsync(DppClient.Path(product) + "/changes"))["items"]!.AsArray();
        changes.Select(change => change!.Text("actor")).Distinct().ShouldBe([Maker], "whatever operator the content names");
    }

    [Fact]
    public async Task A_hand_over_moves_the_passport_and_the_right_to_write()
    {
        await using var house = await Access.House.OpenAsync();
        using var maker = house.Client(await house.AddKeyAsync(Maker, write: true));
        using var heir = house.Client(await house.AddKeyAsync(Heir, write: true));
        var product = await maker.CreateAsync("HAND-1");
        using var nobody = await LifeAsync(maker, product, new JsonObject { ["operator"] = "somebody" });
        await nobody.ProblemAsync(400);
        using var handed = await LifeAsync(maker, product, new JsonObject { ["operator"] = Heir });
        handed.StatusCode.ShouldBe(HttpStatusCode.OK, await handed.Content.ReadAsStringAsync());
        using var late = await maker.SendAsync("PATCH", DppClient.Path(product), JsonNode.Parse("""{"ratedCapacity":6}"""));
        late.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var next = await LifeAsync(heir, product, new JsonObject { ["to"] = "re-used", ["newId"] = DppClient.Product("HAND-2"), ["operator"] = Heir });
        next.StatusCode.ShouldBe(HttpStatusCode.OK, await next.Content.ReadAsStringAsync());
        (await heir.ReadAsync(DppClient.Path(DppClient.Product("HAND-2")))).Text("economicOperatorId").ShouldBe(Heir);
    }

    [Fact]
    public async Task The_maker_of_a_pack_names_the_cells_of_another_without_writing_in_their_passports()
    {
        await using var house = await Access.House.OpenAsync();
        using var cells = house.Client(await house.AddKeyAsync(Maker, write: true));
        using var packs = house.Client(await house.AddKeyAsync(Heir, write: true));
        var (cell, pack) = (await cells.CreateAsync("LINK-CELL"), await packs.CreateAsync("LINK-PACK"));
        using var composed = await packs.SendAsync("POST", $"/api/v1/passports/{Uri.EscapeDataString(pack)}/components", new JsonObject { ["add"] = new JsonArray(cell) });
        (await composed.NodeAsync())["components"]![0]!.Text("id").ShouldBe(cell);
        (await cells.ReadAsync(DppClient.Path(cell)))["passportDocument"].ShouldBeNull();
    }

    [Fact]
    public async Task Passports_outlive_their_operator_say_so_and_are_handed_over()
    {
        await using var house = await Access.House.OpenAsync();
        using var keeper = house.Client();
        using var maker = house.Client(await house.AddKeyAsync(Maker, write: true));
        using var heir = house.Client(await house.AddKeyAsync(Heir, write: true));
        var product = await maker.CreateAsync("GONE-1", document =>
        {
            document["economicOperatorId"] = Maker;
            document["backupReference"] = "https://backup.example/gone-1";
        });
        using var early = await EndAsync(maker, new JsonObject { ["on"] = "2026-01-31" });
        early.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var ahead = await EndAsync(keeper, new JsonObject { ["on"] = "2999-01-31" });
        await ahead.ProblemAsync(422);
        using var ended = await EndAsync(keeper, new JsonObject { ["on"] = "2026-01-31" });
        (await ended.NodeAsync())["passports"]!.GetValue<int>().ShouldBe(1);
        using var anyone = house.Client();
        var life = await anyone.ReadAsync($"/api/v1/passports/{Uri.EscapeDataString(product)}/lifecycle?audience=public");
        (life.Text("operatorCeasedOn"), life.Text("backup")).ShouldBe(("2026-01-31", "https://backup.example/gone-1"));
        (await anyone.GetStringAsync("/p/" + Uri.EscapeDataString(product))).ShouldContain("2026-01-31");
        using var taken = await EndAsync(keeper, new JsonObject { ["on"] = "2026-01-31", ["successor"] = Heir });
        (await taken.NodeAsync())["handedOver"]!.GetValue<int>().ShouldBe(1);
        using var written = await heir.SendAsync("PATCH", DppClient.Path(product), JsonNode.Parse("""{"ratedCapacity":6}"""));
        (await written.NodeAsync()).Text("economicOperatorId").ShouldBe(Heir);
        (await keeper.ReadAsync($"/api/v1/operators/{Uri.EscapeDataString(Maker)}/end"))["passports"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task An_operator_is_ended_from_the_command_line()
    {
        using var voltloop = new CommandLine.Voltloop();
        (await voltloop.RunAsync("import", voltloop.File("table.csv", "serial,gtin,cycle_count,discharging_capacity_ah\nOG-1,09521234500018,1,1.08\nOG-1,09521234500018,2,1.07\n"))).ExitCode.ShouldBe(0);
        (await voltloop.RunAsync("lifecycle", "OG-1", "--operator", Maker)).ExitCode.ShouldBe(0);
        var ended = await voltloop.RunAsync("operator-gone", Maker, "--on", "2026-01-31", "--successor", Heir, "--json");
        ended.ExitCode.ShouldBe(0, ended.Errors);
        ended.Json.GetProperty("handedOver").GetInt32().ShouldBe(1);
        (await voltloop.RunAsync("operator-gone", Maker, "--on", "2999-01-31")).ExitCode.ShouldBe(2);
        var state = await voltloop.RunAsync("structure", "OG-1");
        state.Output.ShouldContain("OG-1");
    }

    private static Task<HttpResponseMessage> EndAsync(HttpClient client, JsonNode body) => client.SendAsync("POST", $"/api/v1/operators/{Uri.EscapeDataString(Maker)}/end", body);

    private static Task<HttpResponseMessage> LifeAsync(HttpClient client, string product, JsonNode body) =>
        client.SendAsync("POST", $"/api/v1/passports/{Uri.EscapeDataString(product)}/lifecycle", body);
}
