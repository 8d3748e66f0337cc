using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.PublicPage;

public sealed class PublicPageTests(RunningHouse house, Browser browser)
{
    private const string Path = "/01/09521234500018/21/TBSI-B1T25";

    [Theory]
    [InlineData("de", "Bemessungskapazität", "1,1\u00a0Ah")]
    [InlineData("de-AT,en;q=0.5", "Hersteller", "Batterie für leichte Verkehrsmittel")]
    [InlineData("xx, sv;q=0.8, en;q=0.5", "Tillverkare", "Märkkapacitet")]
    [InlineData("fr-CA", "Fabricant", "Capacité assignée")]
    [InlineData("xx", "Manufacturer", "1.1\u00a0Ah")]
    public async Task The_language_follows_the_reader(string accepted, params string[] words)
    {
        var html = System.Net.WebUtility.HtmlDecode(await PageAsync(Path, accepted));
        foreach (var word in words) html.ShouldContain(word);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("sv")]
    public async Task A_link_to_a_language_wins_and_the_page_says_its_language(string code)
    {
        var html = await PageAsync($"{Path}?lang={code}", "en");
        html.ShouldContain($"<html lang=\"{code}\">");
        foreach (var other in new[] { "en", "de", "fr", "sv" })
        {
            html.ShouldContain($"href=\"{Path}?lang={other}\" lang=\"{other}\"");
            html.ShouldContain($"rel=\"alternate\" hreflang=\"{other}\"");
        }
    }

    [Fact]
    [Trait("Requirement", "18246-4")]
    [Trait("Requirement", "18239-5")]
    public async Task It_sets_no_cookie_and_asks_no_other_machine()
    {
        var page = await browser.OpenAsync();
        var watched = new Watched(page, house.Url);
        await page.GotoAsync(house.Url + Path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        (await page.Context.CookiesAsync()).ShouldBeEmpty();
        watched.Complaints.ShouldBeEmpty();
        using var answer = await house.Client.GetAsync(Path);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        await page.Context.CloseAsync();
    }

    [Fact]
    [Trait("Requirement", "18246-4")]
    [Trait("Requirement", "18239-2")]
    [Trait("Requirement", "LAW-03")]
    public async Task It_can_be_read_without_scripts_and_found_by_search_engines()
    {
        var page = await browser.OpenAsync(scripts: false);
        await page.GotoAsync(house.Url + Path);
        (await page.Locator("dt").CountAsync()).ShouldBeGreaterThan(20);
        (await page.Locator("meta[name=robots]").GetAttributeAsync("content")).ShouldBe("index, follow");
        (await page.Locator("link[rel=canonical]").GetAttributeAsync("href")).ShouldBe(house.Url + Path);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_paper_only_the_passport_remains()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(house.Url + Path);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await page.Locator("nav").First.IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator("h1").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator(".qr img").IsVisibleAsync()).ShouldBeTrue();
        await page.Context.CloseAsync();
    }

    [Fact]
    [Trait("Requirement", "18246-4")]
    public async Task Nothing_beyond_the_public_part_is_on_it()
    {
        var html = await PageAsync(Path, "en");
        html.ShouldNotContain("State of health");
        html.ShouldNotContain("Cathode material");
    }

    private async Task<string> PageAsync(string path, string languages)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        using var answer = await house.Client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }
}
