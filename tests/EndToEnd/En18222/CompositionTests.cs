using System.Net;
using System.Text.Json.Nodes;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.En18222;

/// <summary>A battery made of batteries, each with a passport of its own.</summary>
[Trait("Requirement", "18221-5")]
[Trait("Requirement", "LAW-06")]
public sealed class CompositionTests(Workshop house)
{
    private const string Foreign = "https://id.gs1.org/01/09521234577744/21/ELSEWHERE";

    private HttpClient Client => house.Client;

    [Fact]
    public async Task Pack_module_and_cell_are_resolved_each_from_its_own_passport()
    {
        var (pack, module, cell) = (await Client.CreateAsync("C1-PACK"), await Client.CreateAsync("C1-MODULE"), await Client.CreateAsync("C1-CELL"));
        await ComposeAsync(module, new JsonObject { ["add"] = new JsonArray(cell) });
        var tree = await ComposeAsync(pack, new JsonObject { ["add"] = new JsonArray(module, Foreign) });
        tree["componentCount"]!.GetValue<int>().ShouldBe(2);
        tree["components"]![0]!["components"]![0]!.Text("id").ShouldBe(cell);
        tree["components"]![1]!.Text("id").ShouldBe(Foreign);
        tree["components"]![1]!["passport"].ShouldBeNull("another record keeps it: a link only");
        using var changed = await Client.SendAsync("PATCH", DppClient.Path(cell), JsonNode.Parse("""{"economicOperatorId":"https://cells.example/1"}"""));
        (await StructureAsync(pack))["components"]![0]!["components"]![0]!.Text("operator").ShouldBe("https://cells.example/1", "resolved, not copied");
    }

    [Fact]
    public async Task The_passport_holds_links_in_every_form_and_nothing_of_the_components()
    {
        var (pack, module) = (await Client.CreateAsync("C2-PACK"), await Client.CreateAsync("C2-MODULE", document => document["modelName"] = "secret of the module"));
        await ComposeAsync(pack, new JsonObject { ["add"] = new JsonArray(module) });
        var document = await Client.ReadAsync(DppClient.Path(pack));
        document["passportDocument"]!["componentBatteries"].Same($"[\"{module}\"]").ShouldBeTrue();
        document.ToJsonString().ShouldNotContain("secret of the module");
        (await Client.ReadAsync(DppClient.Path(module)))["passportDocument"]!.Text("partOfBattery").ShouldBe(pack);
        var full = await Client.ReadAsync(DppClient.Element(pack, "$.componentBatteries") + "?representation=full");
        (full.Text("objectType"), full.Text("valueDataType")).ShouldBe(("MultiValuedDataElement", "xsd:anyURI"));
        var context = await Client.ReadAsync("/v1/context.jsonld");
        context["@context"]!["componentBatteries"]!.Text("@type").ShouldBe("@id");
        var page = await Client.GetStringAsync("/p/" + Uri.EscapeDataString(pack));
        page.ShouldContain($"href=\"{new Uri(module).AbsolutePath}\"");
        (await Client.GetStringAsync("/things/" + Uri.EscapeDataString(pack))).ShouldContain("Made of 1 battery");
    }

    [Fact]
    public async Task A_passport_is_read_when_what_it_refers_to_is_gone_or_was_never_here()
    {
        var (pack, module) = (await Client.CreateAsync("C3-PACK"), await Client.CreateAsync("C3-MODULE"));
        await ComposeAsync(pack, new JsonObject { ["add"] = new JsonArray(module, Foreign) });
        var before = await Client.ReadAsync(DppClient.Path(pack));
        using var ended = await Client.SendAsync("DELETE", DppClient.Path(module));
        ended.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Client.ReadAsync(DppClient.Path(pack))).ToJsonString().ShouldBe(before.ToJsonString(), "no passport depends on another to be read");
        var tree = await StructureAsync(pack);
        tree["components"]![0]!["ceased"]!.GetValue<bool>().ShouldBeTrue();
        (await Client.GetAsync("/p/" + Uri.EscapeDataString(pack))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_module_moves_by_being_taken_out_first_and_the_past_stays_readable()
    {
        var (one, two, module) = (await Client.CreateAsync("C4-ONE"), await Client.CreateAsync("C4-TWO"), await Client.CreateAsync("C4-MODULE"));
        await ComposeAsync(one, new JsonObject { ["add"] = new JsonArray(module) });
        var then = DateTimeOffset.Parse((await Client.ReadAsync(DppClient.Path(one))).Text("lastUpdate"));
        using var both = await PostAsync(two, new JsonObject { ["add"] = new JsonArray(module) });
        (await both.ProblemAsync(409)).Text("detail").ShouldContain(one);
        (await ComposeAsync(one, new JsonObject { ["remove"] = new JsonArray(module) }))["componentCount"]!.GetValue<int>().ShouldBe(0);
        (await ComposeAsync(two, new JsonObject { ["add"] = new JsonArray(module) }))["componentCount"]!.GetValue<int>().ShouldBe(1);
        var moment = Uri.EscapeDataString(then.ToString("O"));
        (await StructureAsync(one, $"validAt={moment}&knownAt={moment}"))["components"]![0]!.Text("id").ShouldBe(module);
    }

    [Theory]
    [InlineData("""{}""", 422)]
    [InlineData("""{"add":["https://id.gs1.org/01/09521234577706/21/C5-WHOLE"]}""", 422)]
    [InlineData("""{"add":["https://id.gs1.org/01/09521234577706/21/X","https://id.gs1.org/01/09521234577706/21/X"]}""", 422)]
    [InlineData("""{"add":["https://id.gs1.org/01/09521234577706"]}""", 422)]
    [InlineData("""{"add":["https://id.gs1.org/01/09521234577706/10/LOT"]}""", 422)]
    [InlineData("""{"add":["https://id.gs1.org/01/09521234577700/21/X"]}""", 400)]
    [InlineData("""{"remove":["https://id.gs1.org/01/09521234577706/21/X"]}""", 422)]
    public async Task What_cannot_be_inside_is_named_and_nothing_changes(string body, int status)
    {
        var whole = DppClient.Product("C5-WHOLE");
        using var created = await Client.SendAsync("POST", "/v1/dpps", DppClient.Document("C5-WHOLE"));
        var before = await Client.ReadAsync(DppClient.Path(whole));
        using var answer = await PostAsync(whole, JsonNode.Parse(body)!);
        await answer.ProblemAsync(status);
        (await Client.ReadAsync(DppClient.Path(whole))).ToJsonString().ShouldBe(before.ToJsonString());
    }

    [Fact]
    public async Task A_circle_is_refused()
    {
        var (a, b, c) = (await Client.CreateAsync("C6-A"), await Client.CreateAsync("C6-B"), await Client.CreateAsync("C6-C"));
        await ComposeAsync(a, new JsonObject { ["add"] = new JsonArray(b) });
        await ComposeAsync(b, new JsonObject { ["add"] = new JsonArray(c) });
        using var circle = await PostAsync(c, new JsonObject { ["add"] = new JsonArray(a) });
        (await circle.ProblemAsync(422)).Text("detail").ShouldContain("circle");
    }

    [Fact]
    public async Task A_new_pack_of_modules_from_two_old_packs_continues_both()
    {
        var (one, two) = (await Client.CreateAsync("C7-ONE"), await Client.CreateAsync("C7-TWO"));
        var modules = new List<string>();
        for (var n = 0; n < 4; n++) modules.Add(await Client.CreateAsync($"C7-M{n}"));
        await ComposeAsync(one, new JsonObject { ["add"] = new JsonArray(modules[0], modules[1]) });
        await ComposeAsync(two, new JsonObject { ["add"] = new JsonArray(modules[2], modules[3]) });
        var heir = DppClient.Product("C7-NEW");
        await LiveAsync(one, new JsonObject
        {
            ["to"] = "repurposed", ["newId"] = heir, ["operator"] = "https://operator.example/2", ["with"] = new JsonArray(two), ["part"] = true, ["components"] = new JsonArray(modules[0], modules[2]),
        });
        var born = await Client.ReadAsync(DppClient.Path(heir));
        born["passportDocument"]!["predecessors"].Same($"[\"{one}\",\"{two}\"]").ShouldBeTrue();
        born["passportDocument"]!.AsObject().ContainsKey("predecessorPassport").ShouldBeFalse();
        born["passportDocument"]!["componentBatteries"].Same($"[\"{modules[0]}\",\"{modules[2]}\"]").ShouldBeTrue();
        var rest = await Client.ReadAsync(DppClient.Path(one));
        rest.Text("dppStatus").ShouldBe("Active", "the rest keeps its passport");
        rest["passportDocument"]!["componentBatteries"].Same($"[\"{modules[1]}\"]").ShouldBeTrue();
        (await Client.ReadAsync(DppClient.Path(modules[2])))["passportDocument"]!.Text("partOfBattery").ShouldBe(heir);
        await LiveAsync(one, new JsonObject { ["to"] = "re-used", ["newId"] = DppClient.Product("C7-LAST"), ["operator"] = "https://operator.example/3" });
        var old = await Client.ReadAsync(DppClient.Path(one));
        (old.Text("dppStatus"), old["passportDocument"]!["successors"]!.AsArray().Count).ShouldBe(("Inactive", 2));
        (await Client.ReadAsync(DppClient.Path(DppClient.Product("C7-LAST"))))["passportDocument"]!["componentBatteries"].Same($"[\"{modules[1]}\"]").ShouldBeTrue("what is left goes along");
    }

    [Fact]
    public async Task A_step_with_a_battery_that_cannot_take_it_changes_none()
    {
        var (one, gone, module) = (await Client.CreateAsync("C8-ONE"), await Client.CreateAsync("C8-GONE"), await Client.CreateAsync("C8-M"));
        await ComposeAsync(gone, new JsonObject { ["add"] = new JsonArray(module) });
        using var foreign = await LifeAsync(one, new JsonObject { ["to"] = "re-used", ["newId"] = DppClient.Product("C8-NEW"), ["operator"] = "op", ["components"] = new JsonArray(module) });
        await foreign.ProblemAsync(409);
        (await Client.SendAsync("DELETE", DppClient.Path(gone))).Dispose();
        using var step = await LifeAsync(one, new JsonObject { ["to"] = "re-used", ["newId"] = DppClient.Product("C8-NEW"), ["operator"] = "op", ["with"] = new JsonArray(gone) });
        await step.ProblemAsync(410);
        (await Client.ReadAsync(DppClient.Path(one))).Text("dppStatus").ShouldBe("Active");
        (await Client.GetAsync(DppClient.Path(DppClient.Product("C8-NEW")))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_two_steps_to_one_new_identifier_at_once_one_succeeds()
    {
        var olds = new[] { await Client.CreateAsync("C9-A"), await Client.CreateAsync("C9-B"), await Client.CreateAsync("C9-C") };
        var answers = await Task.WhenAll(olds.Select(old => LifeAsync(old, new JsonObject { ["to"] = "re-used", ["newId"] = DppClient.Product("C9-NEW"), ["operator"] = "op" })));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(2);
    }

    [Fact]
    public async Task The_tree_is_read_to_the_depth_that_is_asked_for()
    {
        var (pack, module) = (await Client.CreateAsync("C10-PACK"), await Client.CreateAsync("C10-MODULE"));
        await ComposeAsync(pack, new JsonObject { ["add"] = new JsonArray(module) });
        var shallow = await StructureAsync(pack, "depth=0");
        (shallow["components"], shallow["componentCount"]!.GetValue<int>()).ShouldBe((null, 1));
        using var deep = await Client.GetAsync($"{PathOf(pack)}/structure?depth=9");
        (await deep.ProblemAsync(400)).Text("detail").ShouldContain("MaxDepth");
    }

    private static string PathOf(string product) => "/api/v1/passports/" + Uri.EscapeDataString(product);

    private Task<HttpResponseMessage> PostAsync(string product, JsonNode body) => Client.SendAsync("POST", PathOf(product) + "/components", body);

    private Task<HttpResponseMessage> LifeAsync(string product, JsonNode body) => Client.SendAsync("POST", PathOf(product) + "/lifecycle", body);

    private Task<JsonNode> StructureAsync(string product, string query = "") => Client.ReadAsync($"{PathOf(product)}/structure?{query}");

    private async Task<JsonNode> ComposeAsync(string product, JsonNode body)
    {
        using var answer = await PostAsync(product, body);
        return await answer.NodeAsync();
    }

    private async Task LiveAsync(string product, JsonNode body)
    {
        using var answer = await LifeAsync(product, body);
        await answer.NodeAsync();
    }
}
