using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace Voltloop.Tests.EndToEnd.Fixtures;

/// <summary>axe-core from npm, pinned in the lock file beside the tests; tests that need it skip where it cannot be installed.</summary>
internal static class Axe
{
    private static readonly TimeSpan InstallLimit = TimeSpan.FromSeconds(90);
    private static readonly Lazy<string?> Script = new(Find);

    /// <summary>What is wrong with a page, one line for each rule.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page)
    {
        Assert.SkipUnless(Script.Value is not null, "axe-core is not there and npm could not install it.");
        // Evaluated by the debugger, so that the content security policy of the page stays as it is.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(await File.ReadAllTextAsync(Script.Value!));
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any.concat(n.all, n.none).map(c => c.message).join('; '))).join(' | '))");
        return [.. found.EnumerateArray().Select(violation => violation.GetString()!)];
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
