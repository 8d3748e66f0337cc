using System.Globalization;
using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;
using Voltloop.Tests.EndToEnd.Pages;

namespace Voltloop.Tests.EndToEnd.Tracing;

/// <summary>Which lots of a battery no valid certificate covers: the example has one mine that let its certificate run out.</summary>
public sealed class SourcingPageTests(RunningHouse house, Browser browser)
{
    [Fact]
    public async Task Lots_of_the_mine_without_a_certificate_are_named_with_their_share_and_the_reason()
    {
        var report = await house.Client.JsonAsync($"/api/v1/sourcing?id={Uri.EscapeDataString(HousePages.Pack)}");
        var lots = report.GetProperty("lots").EnumerateArray().ToList();
        lots.Sum(lot => lot.GetProperty("share").GetDouble()).ShouldBe(1, 1e-6);
        var gaps = report.GetProperty("gaps").EnumerateArray().ToList();
        gaps.Count.ShouldBeInRange(1, lots.Count - 1);
        gaps.Select(gap => gap.GetProperty("site").GetString()).Distinct().ShouldHaveSingleItem();
        gaps.ShouldAllBe(gap => gap.GetProperty("reason").GetString()!.Contains("expired on 2023-06-30", StringComparison.Ordinal));

        var page = await browser.OpenAsync();
        await page.GotoAsync($"{house.Url}/things/{Uri.EscapeDataString(HousePages.Pack)}");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Sourcing", Exact = true }).Last.ClickAsync();
        var uncovered = gaps.Sum(gap => gap.GetProperty("share").GetDouble());
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"{100 * uncovered:0.0} % of the Co comes from"));
        await Assertions.Expect(page.Locator("main table tbody tr")).ToHaveCountAsync(lots.Count);
        await Assertions.Expect(page.Locator("main table")).ToContainTextAsync("Spruce Hill cobalt mine");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_unknown_battery_is_said_to_have_no_events()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync($"{house.Url}/sourcing?id=https%3A%2F%2Fid.gs1.org%2F01%2F09521234600534%2F21%2FNOWHERE");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("No event says where the Co comes from");
        await page.Context.CloseAsync();
    }
}
