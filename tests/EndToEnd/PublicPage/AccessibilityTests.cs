using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Fixtures;
using Voltloop.Tests.EndToEnd.Pages;

namespace Voltloop.Tests.EndToEnd.PublicPage;

/// <summary>axe-core on every page, wide and narrow, light and dark: WCAG 2.1 A and AA (EN 301 549, clause 9) and best practices.</summary>
[Trait("Requirement", "18216-2")]
public sealed class AccessibilityTests(RunningHouse house, Browser browser)
{
    public static TheoryData<string, string> Pages
    {
        get
        {
            var data = HousePages.Names;
            foreach (var language in new[] { "de", "fr", "sv" }) data.Add("public-" + language, "/01/09521234500018/21/TBSI-B1T25?lang=" + language);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_has_no_violation(string name, string path)
    {
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            var page = await browser.OpenAsync(width, 844, scheme);
            await page.GotoAsync(house.Url + path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            (await Axe.ViolationsAsync(page)).ShouldBeEmpty($"{name} at {width} px, {scheme}");
            await page.Context.CloseAsync();
        }
    }
}
