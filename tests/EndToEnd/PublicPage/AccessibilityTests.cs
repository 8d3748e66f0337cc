using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Fixtures;
using Voltloop.Tests.EndToEnd.Pages;

namespace Voltloop.Tests.EndToEnd.PublicPage;

/// <summary>axe-core on every page, wide and narrow, light and dark: WCAG 2.1 A and AA (EN 301 549, clause 9) and best practices.</summary>
[Trait("Requirement", "18216-2")]
public sealed class AccessibilityTests(RunningHouse house, Browser browser)
{
    private static readonly TimeSpan InstallLimit = TimeSpan.FromSeconds(90);
    private static readonly Lazy<string?> Axe = new(Find);

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
        Assert.SkipUnless(Axe.Value is not null, "axe-core is not there and npm could not install it.");
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            var page = await browser.OpenAsync(width, 844, scheme);
            await page.GotoAsync(house.Url + path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            // Evaluated by the debugger, so that the content security policy of the page stays as it is.
            await page.EvaluateAsync(await File.ReadAllTextAsync(Axe.Value!));
            var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any.concat(n.all, n.none).map(c => c.message).join('; '))).join(' | '))");
            found.EnumerateArray().Select(violation => violation.GetString()).ShouldBeEmpty($"{name} at {width} px, {scheme}");
            await page.Context.CloseAsync();
        }
    }

    private static string? Find()
    {
        var folder = Folder();
        if (folder is null) return null;
        var script = Path.Combine(folder, "node_modules", "axe-core", "axe.min.js");
        if (!File.Exists(script)) Install(folder);
        return File.Exists(script) ? script : null;
    }

    private static string? Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "EndToEnd", "package.json");
            if (File.Exists(candidate)) return Path.GetDirectoryName(candidate);
        }

        return null;
    }

    private static void Install(string folder)
    {
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            if (!npm.WaitForExit(InstallLimit)) npm.Kill(entireProcessTree: true);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No npm on this machine: the tests say so and skip.
        }
    }
}
