using System.Text.RegularExpressions;

namespace Voltloop.Tests.EndToEnd.Tour;

/// <summary>Runs every command of the tutorials in docs/start from an empty store, and looks for the output that they promise.</summary>
public sealed partial class TutorialTests
{
    private static readonly string[] Pages = ["compliance-officer", "quality-engineer", "cell-analyst", "repurposer", "auditor"];

    public static TheoryData<string> Names => [.. Pages];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_command_does_what_the_page_says(string name)
    {
        var folder = Directory.CreateTempSubdirectory("voltloop-tutorial-");
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "samples"), Path.Combine(TourPictures.Root(), "samples"));
        var (said, commands) = ("", 0);
        foreach (Match block in Block().Matches(await File.ReadAllTextAsync(Path.Combine(TourPictures.Root(), "docs", "start", name + ".md"))))
        {
            if (block.Groups["text"].Success)
            {
                foreach (var line in Lines(block.Groups["text"].Value)) said.ShouldContain(Plain(line), Case.Sensitive, name);
                continue;
            }

            said = "";
            foreach (var line in Lines(block.Groups["sh"].Value))
            {
                said += await RunAsync(line, folder, block.Groups["exit"].Success ? 1 : 0);
                commands++;
            }
        }

        commands.ShouldBeGreaterThan(0);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Every_tutorial_is_in_the_index_and_its_files_exist()
    {
        var start = Path.Combine(TourPictures.Root(), "docs", "start");
        var pages = Directory.GetFiles(start, "*.md").Select(Path.GetFileNameWithoutExtension).Except(["README", "golden-thread"]);
        pages.ShouldBe(Pages, ignoreOrder: true);
        foreach (var page in Directory.GetFiles(start, "*.md"))
        {
            foreach (Match link in Link().Matches(File.ReadAllText(page))) Path.Exists(Path.Combine(start, link.Groups["to"].Value)).ShouldBeTrue($"{page}: {link.Groups["to"].Value}");
        }
    }

    private static async Task<string> RunAsync(string line, DirectoryInfo folder, int exit)
    {
        line.ShouldStartWith("./run ");
        var parts = line.Split(" > ");
        var start = new System.Diagnostics.ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder.FullName };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "voltloop.dll"));
        foreach (var argument in parts[0].Split(' ')[1..]) start.ArgumentList.Add(argument);
        using var process = System.Diagnostics.Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        process.ExitCode.ShouldBe(exit, $"{line}\n{await output}{await errors}");
        if (parts.Length > 1) await File.WriteAllTextAsync(Path.Combine(folder.FullName, parts[1]), await output);
        return Plain(await output + await errors);
    }

    private static string[] Lines(string block) => block.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // Widths of lines and columns are those of the terminal.
    private static string Plain(string text) => Space().Replace(text, " ");

    [GeneratedRegex(@"```(?:sh(?<exit> exit=1)?\n(?<sh>.*?)|text\n(?<text>.*?))```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\((?<to>[^)#:]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
