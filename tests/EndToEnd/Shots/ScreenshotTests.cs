using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Fixtures;
using Voltloop.Tests.EndToEnd.Pages;

namespace Voltloop.Tests.EndToEnd.Shots;

/// <summary>Takes the pictures of every page; eng/screenshots asks for them to be kept in docs/screenshots. Every other test of pages loads the same pages, so this one runs only when asked for.</summary>
public sealed class ScreenshotTests(RunningHouse house, Browser browser)
{
    private static readonly (int Width, int Height, ColorScheme Scheme, string Suffix)[] Windows =
    [
        (1280, 900, ColorScheme.Light, "wide-light"), (1280, 900, ColorScheme.Dark, "wide-dark"),
        (390, 844, ColorScheme.Light, "narrow-light"), (390, 844, ColorScheme.Dark, "narrow-dark"),
    ];

    private static string Folder => Environment.GetEnvironmentVariable("VOLTLOOP_SCREENSHOTS")
        ?? Directory.CreateTempSubdirectory("voltloop-shots-").FullName;

    [Fact(Explicit = true)]
    public async Task Every_page_can_have_its_picture_taken()
    {
        var folder = Folder;
        Directory.CreateDirectory(folder);
        foreach (var window in Windows)
        {
            var page = await browser.OpenAsync(window.Width, window.Height, window.Scheme);
            foreach (var (name, path) in HousePages.All)
            {
                await page.GotoAsync(house.Url + path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
                var file = Path.Combine(folder, $"{name}-{window.Suffix}.png");
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
                new FileInfo(file).Length.ShouldBeGreaterThan(4000, file);
            }

            await page.Context.CloseAsync();
        }
    }
}
