using System.Diagnostics;
using System.Text.Json;

namespace Voltloop.Tests.EndToEnd.CommandLine;

/// <summary>Runs the real executable with a store of its own.</summary>
internal sealed class Voltloop : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public DirectoryInfo Directory { get; } = System.IO.Directory.CreateTempSubdirectory("voltloop-cli-");

    public string File(string name, string content)
    {
        var path = Path.Combine(Directory.FullName, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public async Task<Result> RunAsync(params string[] arguments)
    {
        using var process = Start([.. arguments, "--data", Path.Combine(Directory.FullName, "store")]);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(timeout.Token);
        return new Result(process.ExitCode, await output, await errors);
    }

    public static Process Start(IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "voltloop.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment) start.Environment[name] = value;

        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(recursive: true);

    internal sealed record Result(int ExitCode, string Output, string Errors)
    {
        public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Output);
    }
}
