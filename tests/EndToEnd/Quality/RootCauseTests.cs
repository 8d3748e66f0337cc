using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Voltloop.App.Example;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;
using Voltloop.Tracing.Model.Factory;

namespace Voltloop.Tests.EndToEnd.Quality;

/// <summary>Step 5 of the golden thread in a browser: found from poor packs alone, coater 3 from 10:00 to 11:00 is first in the list of causes, with the packs that were planted.</summary>
[Collection(CauseCollection.Name)]
public sealed class RootCauseTests(CauseHouse house, Browser browser, ITestOutputHelper output)
{
    [Fact]
    public async Task Step_5_poor_packs_lead_to_the_hour_of_the_coater_and_to_every_pack_that_it_touched()
    {
        var plan = new FactoryPlan(6000, FactoryPlan.UsualSeed);
        var chain = new FactoryChain(plan);
        chain.Events().Count().ShouldBePositive();
        var truth = chain.Truth.Coater;

        var page = await browser.OpenAsync();
        await page.GotoAsync(house.Url + "/quality/cause?bad=ageing", new PageGotoOptions { Timeout = 120_000 });
        var first = page.Locator("#causes article").First;
        await Assertions.Expect(first.Locator("h3")).ToContainTextAsync("COATER-3");
        await Assertions.Expect(first).ToContainTextAsync("Its own sensors agree");
        var cause = (await house.Client.JsonAsync("/api/v1/quality/causes?bad=ageing")).GetProperty("causes")[0];
        foreach (var listed in new[] { "goodWith", "badWithout" }) cause.GetProperty(listed).GetArrayLength().ShouldBe(cause.GetProperty("factor").GetProperty(listed).GetInt32(), $"{listed}: what is counted is listed");
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Write back and contain" }).ClickAsync(new LocatorClickOptions { Timeout = 120_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1, Name = "Containment" })).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 120_000 });
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await page.Context.CloseAsync();

        var list = await house.Client.JsonAsync("/api/v1/quality/containment");
        var finding = list.GetProperty("findings")[0];
        var time = finding.GetProperty("time").EnumerateArray().Select(at => DateTimeOffset.Parse(at.GetString()!, CultureInfo.InvariantCulture)).ToArray();
        (time[0] <= truth.From && time[0] > truth.From.AddMinutes(-15)).ShouldBeTrue($"begins {time[0]:u}");
        (time[1] >= truth.Before && time[1] < truth.Before.AddMinutes(15)).ShouldBeTrue($"ends {time[1]:u}");
        var units = list.GetProperty("units").EnumerateArray().Select(unit => (Id: unit.GetProperty("id").GetString()!, State: unit.GetProperty("state").GetString())).ToArray();
        Compare("affected", [.. units.Select(unit => unit.Id)], truth.Packs);
        string[] road = [.. FactoryChain.Packs(plan).Where(pack => pack.IsSold && !pack.HasEnded).Select(pack => FactoryNames.Pack(pack.Number)).Where(truth.Packs.Contains)];
        Compare("in the field", [.. units.Where(unit => unit.State == "in the field").Select(unit => unit.Id)], road);
        (await house.Client.GetStringAsync("/api/v1/quality/containment.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(units.Length + 1);
    }

    [Fact]
    public async Task Tables_are_searched_over_http_and_bad_ones_refused_by_name()
    {
        using var sample = new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(ExampleValueChain.ShippedSamples, "quality", "weld-genealogy.csv")));
        using var welds = await house.Client.PostAsync("/api/v1/quality/causes", sample);
        var found = await welds.Content.ReadFromJsonAsync<JsonElement>();
        found.GetProperty("causes")[0].GetProperty("factor").GetProperty("name").GetString()!.ShouldStartWith("WELDER-3, 2026-03-03 ");
        found.GetProperty("holes").GetProperty("stacker").GetInt32().ShouldBe(7);
        using var terminal = new CommandLine.Voltloop();
        var told = await terminal.RunAsync("quality", "cause", Path.Combine(ExampleValueChain.ShippedSamples, "quality", "weld-genealogy.csv"), "--json");
        told.ExitCode.ShouldBe(0, told.Errors);
        using var verb = JsonDocument.Parse(told.Output);
        verb.RootElement.GetProperty("says").GetString().ShouldBe(found.GetProperty("says").GetString());
    }

    [Fact]
    public async Task What_cannot_be_searched_is_refused_by_name()
    {
        using var wrong = await house.Client.PostAsync("/api/v1/quality/causes", new StringContent("unit,bad,step\n1,perhaps,A\n"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, await wrong.Content.ReadAsStringAsync());
        using var all = await house.Client.PostAsync("/api/v1/quality/causes", new StringContent("unit,bad,step\n1,1,A\n2,1,B\n3,1,A\n4,1,B\n"));
        (await all.Content.ReadAsStringAsync()).ShouldContain("allBad");
        using var numbers = await house.Client.PostAsync("/api/v1/quality/causes", new StringContent("unit,value,step\n1,3,A\n2,4,B\n"));
        (await numbers.Content.ReadAsStringAsync()).ShouldContain("limits-missing");
        // Two packs came back: too few to find a cause that could be written.
        using var few = await house.Client.PostAsync("/api/v1/quality/findings?bad=returned", null);
        (await few.Content.ReadAsStringAsync()).ShouldContain("no-cause");
        using var empty = await house.Client.PostAsync("/api/v1/quality/findings?bad=wishes", null);
        (await empty.Content.ReadAsStringAsync()).ShouldContain("invalid-value");
    }

    private void Compare(string what, string[] listed, IReadOnlyList<string> planted)
    {
        var both = listed.Intersect(planted).Count();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {listed.Length} listed, {planted.Count} planted, precision {(double)both / listed.Length:F3}, recall {(double)both / planted.Count:F3}"));
        listed.ShouldBe(planted, ignoreOrder: true);
    }
}
