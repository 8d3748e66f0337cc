using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Voltloop.Tests.EndToEnd.Fixtures.Browser))]

namespace Voltloop.Tests.EndToEnd.Fixtures;

/// <summary>Debian's Chromium, driven by Playwright; tests that need it skip with a reason where it is not installed.</summary>
public sealed class Browser : IAsyncLifetime
{
    // The shell has no window of its own to draw, which saves a second of work for each page that is opened.
    private static readonly string Executable = File.Exists(Shell) ? Shell : "/usr/bin/chromium";

    private const string Shell = "/usr/bin/chromium-headless-shell";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-quic", "--no-first-run", "--hide-scrollbars",
    ];

    private const float Patience = 30_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool IsInstalled => File.Exists(Executable);

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled)
        {
            return;
        }

        // Five seconds, the usual patience, are too few on a machine that does other work.
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Headless = true, Args = Arguments });
    }

    /// <summary>A fresh window.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        Assert.SkipUnless(IsInstalled, $"Chromium is not installed at {Executable} (apt-get install chromium).");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
