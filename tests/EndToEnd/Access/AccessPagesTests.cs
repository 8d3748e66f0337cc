using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Voltloop.Record.Policies;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;
using Voltloop.Tests.EndToEnd.Pages;
using Voltloop.Web.Access;

namespace Voltloop.Tests.EndToEnd.Access;

/// <summary>The pages of signing in, of one's account and of rights, with something in every list.</summary>
public sealed class AccessPagesTests(Browser browser)
{
    private static readonly (int Width, ColorScheme Scheme)[] Windows =
        [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark)];

    [Fact]
    public async Task They_fit_every_window_and_have_no_violation()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var house = await House.OpenAsync(new { Issuers = new[] { new { Issuer = issuer.Url, Label = "the ministry", TestIssuer.ClientId } } });
        var url = house.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await FillAsync(house, url);
        foreach (var (width, scheme) in Windows)
        {
            var page = await browser.OpenAsync(width, 844, scheme);
            var watched = new Watched(page, url);
            await LookAsync(page, url + "/sign-in", "sign-in-open");
            await LookAsync(page, url + "/sign-in?problem=sign-in-failed", "sign-in-failed");
            await SignInAsync(page, url);
            foreach (var name in new[] { "account", "access" }) await LookAsync(page, $"{url}/{name}", name + "-full");
            await page.GotoAsync(url + "/account");
            await page.FillAsync("#label", "Picture");
            await page.ClickAsync("form[action='/account/keys'] button");
            await CheckAsync(page, "new-key");
            await LookAsync(page, url + "/access?audience=authority", "access-as-authority");
            watched.Complaints.ShouldBeEmpty();
            await page.Context.CloseAsync();
        }
    }

    // Where somebody who is signed in is shown something else than a visitor.
    private static readonly string[] Own = ["overview", "readiness", "costs", "account", "access", "chain", "balance", "not-found", "the battery"];

    [Fact]
    public async Task What_visitors_and_readers_are_shown_fits_and_is_accessible()
    {
        await using var house = await House.OpenAsync();
        await house.AddAccountAsync("owner");
        await house.Services.GetRequiredService<AccountDesk>().AddAsync(new AccountRequest("mira", House.Password)
        {
            Operator = "https://id.gs1.org/417/9521234500001", Roles = ActorRoles.None, Audiences = ["authority"],
        });
        var faults = new List<string>();
        foreach (var isSignedIn in new[] { false, true })
        {
            var page = await browser.OpenAsync(390, 844, ColorScheme.Dark);
            if (isSignedIn) await SignInAsync(page, house.Url);
            foreach (var (name, path) in HousePages.All.Append(("the battery", "/things/" + Uri.EscapeDataString(House.Battery.Value))).Where(page => !isSignedIn || Own.Contains(page.Item1)))
            {
                await page.GotoAsync(house.Url + path);
                var bar = page.Locator(".access-bar");
                if (await bar.CountAsync() > 0) (await bar.InnerTextAsync()).ShouldContain(isSignedIn ? "read only" : "not signed in", Case.Sensitive, name);
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0) faults.Add($"{name} scrolls sideways");
                faults.AddRange((await Axe.ViolationsAsync(page)).Select(violation => $"{name}: {violation}"));
            }

            await page.Context.CloseAsync();
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_the_keyboard_alone_one_signs_in_and_makes_a_key()
    {
        await using var house = await House.OpenAsync();
        await house.AddAccountAsync("mira");
        var page = await browser.OpenAsync();
        await page.GotoAsync(house.Url + "/sign-in?returnUrl=/account");
        await TabToAsync(page, "name");
        await page.Keyboard.TypeAsync("mira");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(House.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(house.Url + "/account");
        await TabToAsync(page, "label");
        await page.Keyboard.TypeAsync("By keyboard");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("vl_");
        await page.Context.CloseAsync();
    }

    private static async Task FillAsync(House house, string url)
    {
        await house.AddKeyAsync("did:web:inspector.authority.example", false, "authority");
        using var desk = house.Client();
        foreach (object grant in new object[]
        {
            new { grantee = "did:web:workshop.example", terms = new[] { "batteryStatus", "stateOfHealth" }, thing = House.Battery.Value, to = "2030-01-01T00:00:00Z", @delegable = true },
            new { grantee = "did:web:recycler.with-a-rather-long-name.example", audience = "legitimate-interest" },
        })
        {
            using var made = await desk.PostAsJsonAsync("/api/v1/grants", grant);
            made.EnsureSuccessStatusCode();
        }

        await house.AddAccountAsync("mira");
        using var mira = new HttpClient { BaseAddress = new Uri(url) };
        mira.DefaultRequestHeaders.Add("Origin", url);
        await mira.SignInAsync("mira", House.Password);
        using var device = new SoftAuthenticator(url);
        using var begun = await mira.PostAsJsonAsync("/api/v1/passkeys/options", new { });
        var challenge = await begun.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        using var added = await mira.PostAsJsonAsync("/api/v1/passkeys", new { ceremony = challenge.Text("ceremony"), credential = device.Create(challenge.GetProperty("options")), label = "Blue phone" });
        added.EnsureSuccessStatusCode();
    }

    private static async Task SignInAsync(IPage page, string url)
    {
        await page.GotoAsync(url + "/sign-in?returnUrl=/account");
        await page.FillAsync("#name", "mira");
        await page.FillAsync("#password", House.Password);
        await page.ClickAsync("form[action='/sign-in'] button");
        await Assertions.Expect(page).ToHaveURLAsync(url + "/account");
    }

    private static async Task LookAsync(IPage page, string url, string name)
    {
        await page.GotoAsync(url, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await CheckAsync(page, name);
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.ShouldBeLessThanOrEqualTo(0, $"{name} scrolls sideways");
        (await page.Locator("h1").CountAsync()).ShouldBe(1, name);
        if (Environment.GetEnvironmentVariable("VOLTLOOP_SCREENSHOTS") is { Length: > 0 } folder)
        {
            var scheme = await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches") ? "dark" : "light";
            var width = page.ViewportSize!.Width > 500 ? "wide" : "narrow";
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}-{scheme}.png"), FullPage = true });
        }

        (await Axe.ViolationsAsync(page)).ShouldBeEmpty(name);
    }

    private static async Task TabToAsync(IPage page, string id)
    {
        for (var i = 0; i < 80; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.id") == id) return;
        }

        Assert.Fail($"Tab does not reach #{id}.");
    }
}
