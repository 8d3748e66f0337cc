using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.En18222;

/// <summary>The panel Life in a browser, without scripts.</summary>
[Trait("Requirement", "LAW-06")]
public sealed class LifecycleFormTests(Workshop house, Browser browser)
{
    [Fact]
    public async Task A_battery_is_composed_and_taken_into_a_new_life_on_its_page()
    {
        var (pack, module, heir) = (await house.Client.CreateAsync("FORM-PACK"), await house.Client.CreateAsync("FORM-MODULE"), DppClient.Product("FORM-HEIR"));
        var page = await browser.OpenAsync(width: 390, scripts: false);
        await page.GotoAsync($"{house.Url}/things/{Uri.EscapeDataString(pack)}");
        await page.GetByText("Change what it is made of").ClickAsync();
        await page.GetByLabel("Comes in").FillAsync(module);
        await page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("lifecycle-panel"));
        await Assertions.Expect(page.Locator("#lifecycle-panel")).ToContainTextAsync("Made of 1 battery", new() { IgnoreCase = true });
        await page.GetByText("Take a step").ClickAsync();
        await page.GetByLabel("Becomes").SelectOptionAsync("repurposed");
        await page.GetByLabel("Operator who takes over").FillAsync("did:web:heir.example");
        await page.GetByLabel("Identifier of the new life").FillAsync(heir);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the step" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("FORM-HEIR"));
        await Assertions.Expect(page.Locator("#lifecycle-panel")).ToContainTextAsync("repurposed");
        await Assertions.Expect(page.Locator("#lifecycle-panel")).ToContainTextAsync(pack);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue("it fits a phone");
    }
}
