using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Pages;

/// <summary>
/// What must hold on every page, narrow and dark, then widened and lit as when a telephone is turned; axe-core holds it to WCAG 2.1
/// A and AA (EN 301 549, clause 9) and best practices. A page is loaded once for all of it: loading is what takes the time.
/// </summary>
public sealed class EveryPageTests(RunningHouse house, Browser browser)
{
    [Theory]
    [MemberData(nameof(HousePages.Names), MemberType = typeof(HousePages))]
    [Trait("Requirement", "18246-4")]
    [Trait("Requirement", "18216-2")]
    public async Task It_fits_its_window_keeps_to_itself_and_is_accessible(string name, string path)
    {
        var page = await browser.OpenAsync(390, 844, ColorScheme.Dark);
        var watched = new Watched(page, house.Url);
        await page.GotoAsync(house.Url + path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await HasLandmarksAsync(page, name);
        await IsFineAsync(page, $"{name} at 390 px, dark");
        await page.SetViewportSizeAsync(1280, 844);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await IsFineAsync(page, $"{name} at 1280 px, light");
        watched.Complaints.Where(complaint => name != "not-found" || !complaint.Contains("404", StringComparison.Ordinal)).ShouldBeEmpty(name);
        await page.Context.CloseAsync();

        using var source = await house.Client.SendAsync(Request(path));
        (await source.Content.ReadAsStringAsync()).ShouldNotContain(" style=\"", Case.Sensitive, $"{name} has inline styles, which the content security policy forbids");
    }

    private static async Task IsFineAsync(IPage page, string name)
    {
        // Two frames, in which what watches the size of its window draws itself anew.
        var overflow = await page.EvaluateAsync<int>("async () => { for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame); return document.documentElement.scrollWidth - document.documentElement.clientWidth; }");
        overflow.ShouldBeLessThanOrEqualTo(0, $"{name} scrolls sideways");
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty(name);
    }

    // What an attribute points at must be there; a hint below a control must be tied to it.
    private const string LooseEnds = """
        () => {
          const loose = [];
          for (const name of ['aria-describedby', 'aria-labelledby', 'aria-controls', 'for'])
            for (const element of document.querySelectorAll(`[${name}]`))
              for (const id of element.getAttribute(name).split(/\s+/).filter(Boolean))
                if (!document.getElementById(id)) loose.push(`${element.tagName} ${name} ${id}`);
          for (const help of document.querySelectorAll('.field > [id$="-help"]'))
            if (!document.querySelector(`[aria-describedby~="${CSS.escape(help.id)}"]`)) loose.push(`nothing is described by ${help.id}`);
          return loose;
        }
        """;

    private static async Task HasLandmarksAsync(IPage page, string name)
    {
        (await page.TitleAsync()).ShouldContain("Voltloop", Case.Sensitive, name);
        (await page.Locator("h1").CountAsync()).ShouldBe(1, name);
        (await page.Locator("main").CountAsync()).ShouldBe(1, name);
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldNotBeNullOrEmpty(name);
        (await page.Locator("img:not([alt])").CountAsync()).ShouldBe(0, name);
        (await page.EvaluateAsync<string[]>(LooseEnds)).ShouldBeEmpty($"{name}: a screen reader is sent to what is not there, or not told a hint");
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_first()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(house.Url);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("main");
        await page.Context.CloseAsync();
    }

    private static HttpRequestMessage Request(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        return request;
    }

    [Fact]
    public async Task Assets_come_with_their_bytes()
    {
        using var home = await house.Client.GetAsync("/");
        var html = await home.Content.ReadAsStringAsync();
        string[] assets = [.. System.Text.RegularExpressions.Regex.Matches(html, "/assets/[^\"]+").Select(match => match.Value)];
        assets.Length.ShouldBeGreaterThan(3);
        foreach (var asset in assets)
        {
            (await house.Client.GetByteArrayAsync(asset)).Length.ShouldBeGreaterThan(0, asset);
        }
    }
}
