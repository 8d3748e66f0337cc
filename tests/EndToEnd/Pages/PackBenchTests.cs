using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Pages;

/// <summary>The pack bench and the fleet as a person uses them.</summary>
public sealed class PackBenchTests(RunningHouse house, Browser browser)
{
    [Fact]
    public async Task The_example_pack_is_checked_a_pack_simulated_and_a_bad_table_refused_by_name()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(house.Url + "/health/packs");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Check the pack" }).ClickAsync();
        await page.Locator("#check").WaitForAsync();
        (await page.Locator("#check").InnerTextAsync()).ShouldContain("cell_5_v loses more charge than the others");
        (await page.Locator("#cells tbody tr").CountAsync()).ShouldBe(8);
        (await page.Locator("#looked").InnerTextAsync()).ShouldContain("not looked for");
        await page.FillAsync("#Series", "4");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Simulate" }).ClickAsync();
        await page.Locator("#balancing").WaitForAsync();
        (await page.Locator("#balancing tbody tr").CountAsync()).ShouldBe(5);
        await page.Locator("vl-line-chart[data-ready]").First.WaitForAsync();
        await page.SetInputFilesAsync("#table", new FilePayload { Name = "cells.csv", MimeType = "text/csv", Buffer = "time_s,cell_1_v\n0,3.6\n"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Check the pack" }).ClickAsync();
        await page.GetByText("too-few-cells").WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_fleet_shows_cohorts_and_what_is_worth_a_look()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(house.Url + "/health/fleet");
        (await page.Locator("#cohorts tbody tr").CountAsync()).ShouldBeGreaterThanOrEqualTo(2);
        (await page.Locator("#attention tbody tr").First.InnerTextAsync()).ShouldContain("80 %");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "By plant" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/health/fleet\?by=site"));
        await page.Context.CloseAsync();
    }
}
