using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Trust;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;
using Voltloop.Tests.EndToEnd.Quality;
using Voltloop.Tracing.Model.Factory;
using Voltloop.Web.Tour;

namespace Voltloop.Tests.EndToEnd.Tour;

/// <summary>The guided tour in a browser, stop by stop: what it shows against the planted truth and the record; it takes the pictures of docs/start.</summary>
[Collection(CauseCollection.Name)]
public sealed class TourTests(CauseHouse house, Workshop workshop, Browser browser)
{
    private static readonly PageAssertionsToHaveURLOptions Patient = new() { Timeout = 120_000 };
    private readonly TourPictures _pictures = new();

    [Fact]
    public async Task Ten_stops_tell_the_story_as_it_was_planted()
    {
        var truth = Truth();
        var stops = (await house.Client.JsonAsync("/api/v1/tour")).EnumerateArray().Select(stop => stop.GetProperty("path").GetString()!).ToArray();
        var (pack, returned) = (Subject(stops[3]), Subject(stops[9]));
        truth.Coater.Packs.ShouldContain(pack);
        await IsAsGoodAsItsWeakestCellAsync(returned);

        var page = await browser.OpenAsync();
        var watched = new Watched(page, house.Url);
        await page.GotoAsync(house.Url);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Take the tour" }).ClickAsync();
        await ArriveAsync(page, 1);
        stops[0].ShouldEndWith(Uri.EscapeDataString(truth.MixingMine.Site));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("more of lot");
        await NextAsync(page, 2);
        await Assertions.Expect(page.Locator("svg.sankey")).ToBeVisibleAsync();
        await NextAsync(page, 3);
        stops[2].ShouldContain(Uri.EscapeDataString(truth.Coater.Machine));
        await NextAsync(page, 4);
        await Assertions.Expect(page.Locator("#health-panel")).ToContainTextAsync("95 % interval");
        await NextAsync(page, 5);
        await Assertions.Expect(page.Locator("#causes article").First.Locator("h3")).ToContainTextAsync("COATER-3");
        await NextAsync(page, 6);
        var table = page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "What to call back" });
        (await table.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = "Pack P" }).Locator("th a").EvaluateAllAsync<string[]>("links => links.map(link => link.title)")).ShouldBe(truth.Coater.Packs, ignoreOrder: true);
        await NextAsync(page, 7);
        await EveryAudienceAsync(page, pack);
        await NextAsync(page, 8);
        var before = await house.Client.JsonAsync($"/api/v1/things/{Uri.EscapeDataString(pack)}/statements{new Uri(new Uri(house.Url), stops[7]).Query}");
        before.EnumerateArray().Select(fact => fact.GetProperty("term").GetString()).ShouldSatisfyAllConditions(terms => terms.ShouldContain("manufacturingDate"), terms => terms.ShouldNotContain("stateOfHealth"), terms => terms.ShouldNotContain("puttingIntoServiceDate"));
        await NextAsync(page, 9);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync((await FactAsync(pack, "stateOfHealth")).GetProperty("value").GetDouble().ToString("0.0", CultureInfo.InvariantCulture));
        await NextAsync(page, 10);
        await Assertions.Expect(page.Locator("#second-life")).ToContainTextAsync((await FactAsync(returned, "secondLifeAssessment")).GetProperty("value").GetProperty("grade").GetString()!);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "End the tour" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tour-bar")).ToHaveCountAsync(0);
        watched.Complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
        await IsProvenOfflineAsync(pack);
    }

    // The pack is made up; what was measured of the twelve cells in it is not.
    private async Task IsAsGoodAsItsWeakestCellAsync(string returned)
    {
        returned.ShouldBe(BoughtInCells.Pack(0));
        var packing = (await house.Client.JsonAsync($"/api/v1/epcis/events?MATCH_parentID={Uri.EscapeDataString(returned)}")).GetProperty("epcisBody").GetProperty("queryResults").GetProperty("resultsBody").GetProperty("eventList")[0];
        string[] cells = [.. packing.GetProperty("childEPCs").EnumerateArray().Select(cell => cell.GetString()!)];
        cells.Length.ShouldBe(12);
        var facts = new List<JsonElement>();
        foreach (var cell in cells) facts.Add(await FactAsync(cell, "stateOfHealth"));
        var weakest = facts.MinBy(fact => fact.GetProperty("value").GetDouble());
        var pack = await FactAsync(returned, "stateOfHealth");
        pack.GetProperty("value").GetDouble().ShouldBeInRange(weakest.GetProperty("uncertainty").GetProperty("lower").GetDouble(), weakest.GetProperty("value").GetDouble());
        pack.GetProperty("evidence").GetProperty("inputs").EnumerateArray().Select(input => input.GetString()!).ShouldBe(cells, ignoreOrder: true);
    }

    [Fact]
    public async Task The_bar_works_narrow_dark_and_without_scripts()
    {
        var page = await browser.OpenAsync(390, 844, ColorScheme.Dark, scripts: false);
        await page.GotoAsync(house.Url + TourStops.Address(9));
        await Assertions.Expect(page.Locator(".tour-bar")).ToContainTextAsync("Stop 9 of 10");
        await page.Locator(".tour-bar a[rel~=prev]").ClickAsync();
        await Assertions.Expect(page.Locator(".tour-bar")).ToContainTextAsync("Stop 8 of 10");
        // A link beside the way does not lose the tour.
        await page.GotoAsync(house.Url + "/about");
        await Assertions.Expect(page.Locator(".tour-bar")).ToContainTextAsync("Its stop 8 of 10");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Back to the stop" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tour-bar")).ToContainTextAsync("Stop 8 of 10");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Leave the tour" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tour-bar")).ToHaveCountAsync(0);
        await page.GotoAsync(house.Url + "/about");
        await Assertions.Expect(page.Locator(".tour-bar")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();

        var scripted = await browser.OpenAsync(390, 844, ColorScheme.Dark);
        await scripted.GotoAsync(house.Url + TourStops.Address(10));
        (await scripted.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0);
        (await Axe.ViolationsAsync(scripted)).ShouldBeEmpty();
        await scripted.Locator(".tour-bar a[rel~=prev]").FocusAsync();
        await scripted.Keyboard.PressAsync("Enter");
        await Assertions.Expect(scripted.Locator(".tour-bar")).ToContainTextAsync("Stop 9 of 10");
        await scripted.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_the_example_there_is_no_tour()
    {
        (await workshop.Client.GetStringAsync("/")).ShouldNotContain("Take the tour");
        (await workshop.Client.GetStringAsync("/about?tour=3")).ShouldNotContain("tour-bar");
        using var none = await workshop.Client.GetAsync("/api/v1/tour");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var beyond = await house.Client.GetAsync(TourStops.Address(11));
        beyond.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    // Each audience sees on the page what the API gives it, and no less before than after.
    private async Task EveryAudienceAsync(IPage page, string pack)
    {
        await page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "See as" }).GetByText("public", new LocatorGetByTextOptions { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".tour-bar")).ToContainTextAsync("Stop 7 of 10");
        var (open, all) = (await TermsAsync(pack, "public"), await TermsAsync(pack, "operator"));
        open.Length.ShouldBeLessThan(all.Length);
        open.ShouldBeSubsetOf(all);
        open.ShouldNotContain("stateOfHealth");
        (await page.Locator("#passport, [id*=passport]").First.InnerTextAsync()).ShouldNotContain("State of health");
        await page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "See as" }).GetByText("operator", new LocatorGetByTextOptions { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".tour-bar")).ToContainTextAsync("Stop 7 of 10");
    }

    private async Task<string[]> TermsAsync(string pack, string audience) => [.. (await house.Client.JsonAsync($"/api/v1/passports/{Uri.EscapeDataString(pack)}?audience={audience}")).GetProperty("sections").EnumerateArray()
        .SelectMany(section => section.GetProperty("values").EnumerateArray()).Select(value => value.GetProperty("term").GetString()!)];

    private async Task IsProvenOfflineAsync(string pack)
    {
        var proof = await house.Client.GetByteArrayAsync($"/api/v1/passports/{Uri.EscapeDataString(pack)}/proof?format=vc-jwt&audience=public");
        using var terminal = new CommandLine.Voltloop();
        var trust = terminal.File("trust.json", TrustListJson.Write(house.Services.GetRequiredService<IRecordLog>().Keys.AsTrustList("The house")).ToJsonString());
        var verified = await terminal.RunAsync("verify", terminal.File("passport.jwt", Encoding.UTF8.GetString(proof)), "--trust", trust);
        verified.ExitCode.ShouldBe(0, verified.Output + verified.Errors);
    }

    private async Task<JsonElement> FactAsync(string thing, string term) => (await house.Client.JsonAsync($"/api/v1/things/{Uri.EscapeDataString(thing)}/statements")).EnumerateArray().Single(fact => fact.GetProperty("term").GetString() == term);

    private async Task NextAsync(IPage page, int number)
    {
        await page.Locator(".tour-bar a[rel~=next]").ClickAsync(new LocatorClickOptions { Timeout = 120_000 });
        await ArriveAsync(page, number);
    }

    private async Task ArriveAsync(IPage page, int number)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"tour={number}$"), Patient);
        await Assertions.Expect(page.Locator(".tour-bar")).ToContainTextAsync($"Stop {number} of {TourStops.All.Count}");
        await page.SettleAsync();
        var show = page.Locator(".tour-bar").GetByText("Show me");
        if (TourDesk.Stop(number).Anchor is { } anchor)
        {
            await show.ClickAsync();
            await Assertions.Expect(page.Locator("#" + anchor)).ToBeInViewportAsync();
        }

        await _pictures.TakeAsync(page, $"{number:00}-{TourDesk.Stop(number).Picture}");
    }

    private static PlantedTruth Truth()
    {
        var chain = new FactoryChain(new FactoryPlan(6000, FactoryPlan.UsualSeed));
        chain.Events().Count().ShouldBePositive();
        return chain.Truth;
    }

    private static string Subject(string path) => Uri.UnescapeDataString(path.Split("id=")[1]);
}
