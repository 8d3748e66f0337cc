using System.CommandLine;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.RegularExpressions;
using Voltloop.App;
using Voltloop.App.Hosting;
using Voltloop.Core.Identities;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Tests.EndToEnd.Tour;

/// <summary>Follows docs/how-to/add-a-capability.md: takes its files, builds them against the house as it stands, and asks the three faces.</summary>
public sealed partial class AddCapabilityTests
{
    [Fact]
    public async Task The_capability_of_the_page_builds_and_answers_over_HTTP_on_a_page_and_in_a_terminal()
    {
        var folder = Directory.CreateTempSubdirectory("voltloop-capability-");
        var room = (ICapability)Activator.CreateInstance(Load(await BuildAsync(folder.FullName)))!;
        var store = Path.Combine(folder.FullName, "store");
        await using (var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = store }))
        {
            await record.WriteAsync(new WriteBatch { Things = [.. Enumerable.Range(1, 3).Select(i => new Thing(ThingId.Parse($"https://id.gs1.org/01/09521234500018/21/CENSUS-{i}"), i < 3 ? ThingKind.Cell : ThingKind.Pack, $"CENSUS-{i}"))] }, TestContext.Current.CancellationToken);
            await using var app = Server.Build(record, store, ("http://127.0.0.1:0", null), [.. House.Rooms, room]);
            await app.StartAsync(TestContext.Current.CancellationToken);
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            var rows = await client.GetFromJsonAsync<JsonElement>("/api/v1/census", TestContext.Current.CancellationToken);
            rows.EnumerateArray().Select(row => $"{row.GetProperty("kind")} {row.GetProperty("count")}").ShouldBe(["cell 2", "pack 1"]);
            (await client.GetStringAsync("/census", TestContext.Current.CancellationToken)).ShouldContain("66.7 %");
        }

        var options = new GlobalOptions();
        var root = new RootCommand { options.Data, options.Json };
        foreach (var command in room.BuildCommands(new VerbHost(options, room))) root.Subcommands.Add(command);
        (await root.Parse(["census", "--data", store]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken)).ShouldBe(0);
        folder.Delete(recursive: true);
    }

    private static Type Load(string assembly) => AssemblyLoadContext.Default.LoadFromAssemblyPath(assembly).GetTypes().Single(type => typeof(ICapability).IsAssignableFrom(type));

    // The projects that it references are built already: their assemblies stand beside this test.
    private static async Task<string> BuildAsync(string folder)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(TourPictures.Root(), "docs", "how-to", "add-a-capability.md"), TestContext.Current.CancellationToken);
        foreach (Match file in FileBlock().Matches(page)) Write(Path.Combine(folder, file.Groups["path"].Value), file.Groups["code"].Value);
        await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Build.props"), "<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup></Project>", TestContext.Current.CancellationToken);
        var project = Directory.GetFiles(folder, "*.csproj", SearchOption.AllDirectories).ShouldHaveSingleItem();
        var text = await File.ReadAllTextAsync(project, TestContext.Current.CancellationToken);
        string[] own = ["Voltloop.Core", "Voltloop.Record", "Voltloop.Web", "System.CommandLine", "Spectre.Console"];
        var references = string.Concat(own.Select(name => $"<Reference Include=\"{name}\" HintPath=\"{Path.Combine(AppContext.BaseDirectory, name + ".dll")}\" Private=\"false\" />"));
        await File.WriteAllTextAsync(project, ProjectLine().Replace(text, "").Replace("</Project>", $"<ItemGroup>{references}</ItemGroup></Project>", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var output = Path.Combine(folder, "out");
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", project, "-o", output, "-v", "q", "-nologo"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        build.ExitCode.ShouldBe(0, said);
        return Path.Combine(output, "Voltloop.Census.dll");
    }

    private static void Write(string path, string indented)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Join('\n', indented.Split('\n').Select(line => line.StartsWith("   ", StringComparison.Ordinal) ? line[3..] : line)) + "\n");
    }

    [GeneratedRegex(@"\*\*`(?<path>src/[^`]+)`\*\*\s+```[a-z]+\n(?<code>.*?)\n\s*```", RegexOptions.Singleline)]
    private static partial Regex FileBlock();

    [GeneratedRegex("<ProjectReference[^>]*/>")]
    private static partial Regex ProjectLine();
}
