using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.PublicPage;

/// <summary>axe-core on the public page in every language and in both schemes and widths: WCAG 2.1 A and AA (EN 301 549, clause 9) and best practices.</summary>
[Trait("Requirement", "18216-2")]
public sealed class AccessibilityTests(RunningHouse house, Browser browser)
{
    [Theory]
    [InlineData("en", 1280, ColorScheme.Dark)]
    [InlineData("en", 390, ColorScheme.Light)]
    [InlineData("de", 1280, ColorScheme.Light)]
    [InlineData("fr", 390, ColorScheme.Light)]
    [InlineData("sv", 390, ColorScheme.Dark)]
    public async Task The_public_page_has_no_violation(string language, int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(width, 844, scheme);
        await page.GotoAsync($"{house.Url}/01/09521234500018/21/TBSI-B1T25?lang={language}", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await page.Context.CloseAsync();
    }
}
