using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Pages;

/// <summary>Pages without a mouse, without scripts, and on paper.</summary>
public sealed class KeyboardTests(RunningHouse house, Browser browser)
{
    private const int MostStops = 400;
    private const int PaperWidth = 718;

    // What Tab must reach: everything in sight that does something. Of the buttons of one radio group one is enough.
    private const string Reachable = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
          .filter(e => !e.disabled && e.checkVisibility({ visibilityProperty: true }) && !e.closest('dialog:not([open])') && e.tabIndex >= 0 && (e.type !== 'radio' || e.checked))
          .map((e, i) => { e.dataset.stop = i; return (e.tagName + ' ' + (e.textContent || e.getAttribute('aria-label') || e.name || '')).trim().slice(0, 60); })
        """;

    private const string Focused = """
        () => { const e = document.activeElement; const s = getComputedStyle(e); const around = [s, getComputedStyle(e.parentElement ?? e)];
          return [e.dataset?.stop ?? '', around.some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none') ? 'seen' : 'unseen']; }
        """;

    private const string TooWide = """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
          : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(e => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 40)} ${Math.round(e.getBoundingClientRect().right)}`).slice(0, 12)
        """;

    public static TheoryData<string, string> Walked
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, path) in HousePages.All.Where(page => page.Name is "overview" or "search" or "battery" or "public-passport" or "verify" or "sign-in" or "account" or "access")) data.Add(name, path);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Walked))]
    public async Task Tab_reaches_everything_that_does_something_and_shows_where_it_is(string name, string path)
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(house.Url + path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        var stops = await page.EvaluateAsync<string[]>(Reachable);
        stops.Length.ShouldBeInRange(3, MostStops, name);
        var (reached, seen) = (new HashSet<int>(), new HashSet<int>());
        // Days, months and pickers of date fields are stops of the browser's own.
        const int InnerStops = 60;
        for (var i = 0; i < stops.Length + InnerStops && reached.Count < stops.Length; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.EvaluateAsync<string[]>(Focused);
            if (!int.TryParse(focused[0], out var stop)) continue;
            reached.Add(stop);
            // A date has stops inside it, which the browser marks itself.
            if (focused[1] == "seen") seen.Add(stop);
        }

        Enumerable.Range(0, stops.Length).Except(reached).Select(missed => stops[missed]).ShouldBeEmpty($"{name}: not reached");
        reached.Except(seen).Select(unmarked => stops[unmarked]).ShouldBeEmpty($"{name}: focus without a mark");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_one_searches_reads_and_verifies()
    {
        var page = await browser.OpenAsync(scripts: false);
        await page.GotoAsync(house.Url);
        await page.FillAsync(".topbar input[name=q]", "TBSI-B1T25");
        await page.Locator(".topbar input[name=q]").PressAsync("Enter");
        await page.Locator("main a[href*='TBSI-B1T25']").First.ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldNotBeEmpty();
        foreach (var language in new[] { "en", "de", "fr", "sv" })
        {
            await page.GotoAsync($"{house.Url}/01/09521234500018/21/TBSI-B1T25?lang={language}");
            (await page.Locator("dt").CountAsync()).ShouldBeGreaterThan(20, language);
        }

        var proof = await house.Client.GetByteArrayAsync($"/api/v1/passports/{Uri.EscapeDataString(HousePages.Cell)}/proof?format=vc-jwt&audience=public");
        await page.GotoAsync(house.Url + "/");
        await page.ClickAsync(".nav summary >> text=House");
        await page.ClickAsync(".nav >> text=Verify");
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "passport.jwt", MimeType = "application/vc+jwt", Buffer = proof });
        await page.ClickAsync("main form button");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("proven", Case.Insensitive);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Arrow_keys_read_the_values_of_a_chart_aloud()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(house.Url + "/health/cell?id=" + Uri.EscapeDataString(HousePages.Cell), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        var stage = page.Locator(".vl-plot[role=application]").First;
        await stage.FocusAsync();
        var heard = new List<string>();
        foreach (var key in new[] { "ArrowRight", "ArrowRight", "ArrowLeft" })
        {
            await page.Keyboard.PressAsync(key);
            var before = heard.LastOrDefault() ?? "";
            await page.WaitForFunctionAsync("before => { const live = document.querySelector('vl-line-chart [aria-live]'); return live.textContent && live.textContent !== before; }", before);
            heard.Add(await page.Locator("vl-line-chart [aria-live]").First.TextContentAsync() ?? "");
        }

        heard[2].ShouldBe(heard[0], "one to the left of the second is the first again");
        heard[1].ShouldNotBe(heard[0]);
        heard[0].ShouldContain("Ah");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_folded_is_printed_unfolded_and_folded_again()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(house.Url + "/things/" + Uri.EscapeDataString(HousePages.Pack), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        const string Folded = "document.querySelectorAll('main details:not([open])').length";
        var before = await page.EvaluateAsync<int>(Folded);
        before.ShouldBeGreaterThan(3);
        await page.EvaluateAsync($"addEventListener('afterprint', () => {{ window.foldedAfter = {Folded}; }}); addEventListener('beforeprint', () => {{ window.foldedOnPaper = {Folded}; }})");
        (await page.PdfAsync()).Length.ShouldBeGreaterThan(10_000);
        (await page.EvaluateAsync<int>("window.foldedOnPaper")).ShouldBe(0);
        (await page.EvaluateAsync<int>("window.foldedAfter")).ShouldBe(before);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_paper_every_page_is_its_content_only_and_fits()
    {
        var page = await browser.OpenAsync(PaperWidth, 1000, ColorScheme.Dark);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        // Sheets of labels are laid out in millimetres with margins of their own.
        foreach (var (name, path) in HousePages.All.Where(each => each.Name != "labels"))
        {
            await page.GotoAsync(house.Url + path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            foreach (var aside in new[] { ".topbar", ".foot", ".skip", ".access-bar" })
            {
                var element = page.Locator(aside).First;
                if (await element.CountAsync() > 0) (await element.IsVisibleAsync()).ShouldBeFalse($"{aside} is printed on {name}");
            }

            (await page.EvaluateAsync<string[]>(TooWide)).ShouldBeEmpty($"{name} is wider than paper");
            (await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe("rgb(255, 255, 255)", name);
        }

        await page.Context.CloseAsync();
    }
}
