using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Pages;

/// <summary>What a newcomer does in the first minutes.</summary>
public sealed class FirstHourTests(RunningHouse house, Workshop workshop, Browser browser)
{
    [Fact]
    public async Task The_overview_counts_the_156_measured_cells_and_the_packs_and_shows_their_health()
    {
        var page = await OpenAsync("/");
        (await page.Locator("main").InnerTextAsync()).ShouldSatisfyAllConditions(text => text.ShouldContain("156 cells"), text => text.ShouldContain(" packs"));
        await Assertions.Expect(page.Locator("vl-histogram svg, vl-histogram canvas").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_battery_is_found_by_serial_number_and_shows_chart_passport_and_provenance()
    {
        var page = await OpenAsync("/");
        var search = page.GetByPlaceholder("Find by any identifier");
        await search.FillAsync("TBSI-B1T25");
        await search.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/things/"), new PageAssertionsToHaveURLOptions { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("vl-line-chart canvas").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Passport", Exact = true })).ToBeVisibleAsync();
        await page.Locator("#passport details[open] a.why, [id*=passport] details[open] a.why").First.ClickAsync();
        var drawer = page.Locator("vl-drawer dialog");
        await Assertions.Expect(drawer).ToBeVisibleAsync();
        await Assertions.Expect(drawer).ToContainTextAsync("Method");
    }

    [Fact]
    public async Task Before_the_import_nothing_was_known_about_a_battery()
    {
        var page = await OpenAsync("/things/" + Uri.EscapeDataString(HousePages.Cell) + "?knownAt=2020-01-01");
        (await page.Locator("main").InnerTextAsync()).ShouldNotContain("69.11");
    }

    [Fact]
    public async Task The_public_passport_needs_no_script_and_shows_no_restricted_value()
    {
        var page = await browser.OpenAsync(390, 844, scripts: false);
        await page.GotoAsync(house.Url + "/01/09521234500018/21/TBSI-B1T25");
        var text = await page.Locator("main").InnerTextAsync();
        text.ShouldContain("1.1");
        text.ShouldContain("NCM");
        text.ShouldNotContain("State of health");
        text.ShouldNotContain("69.11");
    }

    [Fact]
    public async Task A_file_is_checked_shown_and_written()
    {
        var file = Path.Combine(Path.GetTempPath(), $"voltloop-e2e-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, "# thing: https://id.voltloop.example/01/09521234500018/21/E2E-PAGE-1\n"
            + "# model: https://id.voltloop.example/01/09521234500018\n# rated_capacity_ah: 1.1\ncycle_count,cycle_discharging_capacity_ah\n1,1.08\n2,1.07\n3,30.9\n4,1.06\n5,1.05\n6,1.05\n7,1.04\n");
        var page = await OpenAsync("/import", workshop.Url);
        await page.SetInputFilesAsync("#files", file);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Check the files" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("30.9");
        await page.Locator("form[action='/import/commit'] button[type=submit], form[action='/import/commit'] button:not([type])").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        var found = await page.Context.APIRequest.GetAsync($"{workshop.Url}/api/v1/things?text=E2E-PAGE-1");
        (await found.TextAsync()).ShouldContain("E2E-PAGE-1");
        File.Delete(file);
    }

    [Fact]
    public async Task A_broken_file_says_what_is_wrong_and_where()
    {
        var file = Path.Combine(Path.GetTempPath(), $"voltloop-e2e-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, "# thing: https://id.voltloop.example/01/09521234500018/21/E2E-PAGE-2\ncycle_count,cycle_discharging_capacity_ah\n2,1.08\n1,1.07\n");
        var page = await OpenAsync("/import", workshop.Url);
        await page.SetInputFilesAsync("#files", file);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Check the files" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("line");
        (await page.Locator("input[name=ticket]").CountAsync()).ShouldBe(0);
        File.Delete(file);
    }

    private async Task<IPage> OpenAsync(string path, string? home = null)
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync((home ?? house.Url) + path);
        return page;
    }
}
