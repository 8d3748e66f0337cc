using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;
using Voltloop.Tracing.Model.Factory;

namespace Voltloop.Tests.EndToEnd.Tracing;

/// <summary>Steps 1, 2 and the recall of step 5 of the golden thread, in a browser over the example: figures against the planted truth and the record.</summary>
public sealed class GoldenThreadTests(RunningHouse house, Browser browser)
{
    private readonly PlantedTruth _truth = Told(new FactoryPlan(1000, FactoryPlan.UsualSeed));

    [Fact]
    public async Task Step_1_the_mine_that_ships_more_cobalt_than_it_digs_is_named_first()
    {
        var balance = await house.Client.JsonAsync("/api/v1/balance");
        var site = balance.GetProperty("sites")[0];
        site.GetProperty("id").GetString().ShouldBe(_truth.MixingMine.Site);
        balance.GetProperty("findings")[0].GetProperty("site").GetString().ShouldBe(_truth.MixingMine.Site);
        SurplusOf(balance).ShouldBe(_truth.MixingMine.SurplusKg, 0.1 * _truth.MixingMine.SurplusKg);

        // It also claims more as responsibly sourced than it digs, and nobody else does.
        var custody = await house.Client.JsonAsync("/api/v1/custody?element=Co");
        custody.GetProperty("accounts").EnumerateArray().Where(account => account.GetProperty("isOver").GetBoolean()).ShouldHaveSingleItem().GetProperty("site").GetString().ShouldBe(_truth.MixingMine.Site);

        var page = await OpenAsync("/balance");
        var name = site.GetProperty("label").GetString()!;
        await Assertions.Expect(page.Locator("table tbody tr").First).ToContainTextAsync(name);
        await page.Locator("table tbody tr").First.Locator("a").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1, Name = name })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Co");
    }

    [Fact]
    public async Task Step_2_a_pack_leads_back_over_its_cells_and_coil_to_the_mines()
    {
        var pack = _truth.Coater.Packs[0];
        var answer = await house.Client.JsonAsync($"/api/v1/lineage?direction=up&id={Uri.EscapeDataString(pack)}");
        string[] names = [.. answer.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!)];
        names.Count(name => name.StartsWith(FactoryProducts.Cell.Id, StringComparison.Ordinal)).ShouldBe(FactoryPlan.ModuleCells * FactoryPlan.PackModules);
        names.ShouldContain(_truth.Coater.Coil);

        var page = await OpenAsync($"/trace?direction=up&id={Uri.EscapeDataString(pack)}");
        await Assertions.Expect(page.Locator("svg.sankey")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("svg.map")).ToBeVisibleAsync();
        // The outlines of the land come from this house, and are drawn over the map.
        var land = page.Locator("svg.map .map__land");
        (await house.Client.GetStringAsync((await land.GetAttributeAsync("href"))!.Split('#')[0])).Length.ShouldBeGreaterThan(10_000);
        (await land.EvaluateAsync<double>("use => use.getBBox().width")).ShouldBeGreaterThan(359);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("cobalt ore");
        await page.Locator(".tree summary").First.ClickAsync();
        await Assertions.Expect(page.Locator(".tree")).ToContainTextAsync("module");
    }

    [Fact]
    public async Task A_tree_of_any_size_is_loaded_as_it_is_opened_and_leads_on_without_scripts()
    {
        var lot = FactoryProducts.Electrolyte.Lot(SupplyDeliveries.Lot(0));
        var start = $"/trace?id={Uri.EscapeDataString(lot)}&direction=down";
        var page = await OpenAsync(start);
        var tree = page.Locator(".tree");
        await tree.Locator("> li > details > summary", new LocatorLocatorOptions { HasText = "× cell" }).ClickAsync();
        await Assertions.Expect(tree.Locator("> li > details > ul > li")).ToHaveCountAsync(13);
        await tree.Locator("> li > details > ul > li > a", new LocatorLocatorOptions { HasText = "more" }).ClickAsync();
        await Assertions.Expect(tree.Locator("> li > details > ul > li")).ToHaveCountAsync(113);
        var late = tree.Locator("> li > details > ul > li > details[hx-get]").First;
        await Assertions.Expect(late.Locator("> ul > li")).ToHaveCountAsync(1);
        await late.Locator("> summary").ClickAsync();
        await Assertions.Expect(late.Locator("> ul")).ToContainTextAsync("module");

        // What a link without scripts leads to.
        var more = await tree.Locator("> li > details > ul > li > a", new LocatorLocatorOptions { HasText = "more" }).GetAttributeAsync("href");
        (await house.Client.GetStringAsync(more)).ShouldContain("id=\"branch\"");
        (await house.Client.GetStringAsync(start.Replace("/trace", "/trace/branch", StringComparison.Ordinal) + "&under=urn%3Ax%3Anothing")).ShouldContain("Nothing stands below");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Step_4_packs_on_the_road_have_a_state_of_health_and_those_of_that_hour_age_too_fast()
    {
        var fast = (await house.Client.JsonAsync("/api/v1/fleet/health?order=model-fade&limit=100")).GetProperty("items").EnumerateArray()
            .Select(item => (Id: item.GetProperty("id").GetString()!, Times: item.GetProperty("timesModel").GetDouble()))
            .Where(item => item.Id.StartsWith(FactoryProducts.Pack.Id, StringComparison.Ordinal)).ToList();
        fast.Count.ShouldBeGreaterThan(0);
        fast.ShouldAllBe(item => _truth.Coater.Packs.Contains(item.Id), "only packs with cells of that hour");
        fast[0].Times.ShouldBeInRange(1.5, 1.1 * _truth.Coater.FadeFactor);
        // Every pack on the road that fades at least twice as fast as its cells do as a rule.
        var road = FactoryChain.Packs(new FactoryPlan(1000, FactoryPlan.UsualSeed)).Where(pack => pack.IsSold && 1 - pack.HealthAfter(1) > 2 * CellFacts.UsualFade);
        road.Select(pack => FactoryNames.Pack(pack.Number)).ShouldAllBe(pack => fast.Any(item => item.Id == pack));

        var page = await OpenAsync("/");
        var list = page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "Ages faster than its model" });
        await Assertions.Expect(list).ToContainTextAsync("×");
        await page.GotoAsync(house.Url + "/health/cell?id=" + Uri.EscapeDataString(fast[0].Id));
        await Assertions.Expect(page.Locator("#health-panel")).ToContainTextAsync("State of health");
        await Assertions.Expect(page.Locator("#health-panel")).ToContainTextAsync("95 % interval");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Step_5_the_hour_of_the_coater_leads_to_exactly_the_packs_that_hold_its_cells_with_their_passports()
    {
        var coater = _truth.Coater;
        var page = await OpenAsync("/recall");
        await page.Locator("#machine").FillAsync(coater.Machine);
        await page.GetByLabel("From (UTC)").FillAsync(Local(coater.From));
        await page.GetByLabel("Before (UTC)").FillAsync(Local(coater.Before));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "List what it touched" }).ClickAsync();
        await Assertions.Expect(page.Locator(".path__step--cause")).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"metre {coater.FromMetre:0.#} to {coater.ToMetre:0.#}"));
        await Assertions.Expect(page.Locator(".path")).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"{coater.Cells.Count} × cell"));
        var table = page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "What to call back" });
        var packs = await table.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = "Pack P" }).Locator("th a").EvaluateAllAsync<string[]>("links => links.map(link => link.title)");
        packs.ShouldBe(coater.Packs, ignoreOrder: true);

        await table.Locator("a", new LocatorLocatorOptions { HasText = "open" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToContainTextAsync("Pack P");
    }

    [Fact]
    public async Task The_recall_list_says_the_same_over_HTTP_and_as_a_table()
    {
        var query = $"machine={Uri.EscapeDataString(_truth.Coater.Machine)}&from={_truth.Coater.From:yyyy-MM-dd'T'HH:mm'Z'}&before={_truth.Coater.Before:yyyy-MM-dd'T'HH:mm'Z'}";
        var list = await house.Client.JsonAsync("/api/v1/recall?" + query);
        var items = list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!).ToArray();
        items.Where(id => id.StartsWith(FactoryProducts.Pack.Id, StringComparison.Ordinal)).ShouldBe(_truth.Coater.Packs, ignoreOrder: true);
        var csv = await house.Client.GetStringAsync(new Uri("/api/v1/recall.csv?" + query, UriKind.Relative));
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(items.Length + 1);
    }

    // What left the mine less what its concentrator made, in cobalt.
    private double SurplusOf(JsonElement balance)
    {
        var lines = balance.GetProperty("lines").EnumerateArray().Where(line => line.GetProperty("site").GetString() == _truth.MixingMine.Site && line.GetProperty("element").GetString() == _truth.MixingMine.Element).ToList();
        var left = lines.Where(line => line.GetProperty("material").GetString() == "cobalt hydroxide").ToList();
        return Sum(left, "shipped") - Sum(left, "produced");
    }

    private static double Sum(List<JsonElement> lines, string what) => lines.Sum(line => line.GetProperty(what).GetProperty("value").GetDouble());

    private static string Local(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static PlantedTruth Told(FactoryPlan plan)
    {
        var chain = new FactoryChain(plan);
        chain.Events().Count().ShouldBePositive();
        return chain.Truth;
    }

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(house.Url + path);
        return page;
    }
}
