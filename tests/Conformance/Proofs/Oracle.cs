using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voltloop.Tests.Conformance.Proofs;

/// <summary>Asks the npm libraries in the folder oracle. They are installed once from the lock file; without node the tests are skipped.</summary>
internal static class Oracle
{
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromMinutes(1);
    private static readonly Lazy<string?> Obstacle = new(Install);

    private static string Folder { get; } = FindFolder();

    /// <summary>One answer for every question: <c>ok</c> with a value or <c>refused</c> with a reason.</summary>
    public static JsonElement[] Ask(params IEnumerable<JsonObject> questions)
    {
        Assert.SkipUnless(Obstacle.Value is null, $"The independent implementations cannot be asked: {Obstacle.Value}");
        var (code, output, error) = Run(AnswerLimit, new JsonArray([.. questions]).ToJsonString(), "node", "oracle.mjs");
        code.ShouldBe(0, error);
        return [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
    }

    public static JsonElement Ok(JsonElement answer) =>
        answer.TryGetProperty("ok", out var value) ? value : throw new Xunit.Sdk.XunitException("Refused: " + answer.GetProperty("refused").GetString());

    public static bool IsRefused(JsonElement answer) => answer.TryGetProperty("refused", out _);

    private static string? Install()
    {
        try
        {
            if (IsInstalled())
            {
                return null;
            }

            var (code, _, error) = Run(InstallLimit, "", "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
            return code == 0 ? null : $"npm ci ended with {code}: {error}";
        }
        catch (Exception missing) when (missing is System.ComponentModel.Win32Exception or TimeoutException)
        {
            return missing.Message;
        }
    }

    // npm writes down what it installed; an older note means that the lock file has changed since.
    private static bool IsInstalled() =>
        File.GetLastWriteTimeUtc(Path.Combine(Folder, "node_modules", ".package-lock.json")) >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));

    private static (int Code, string Output, string Error) Run(TimeSpan limit, string input, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} took longer than {limit}.");
        }

        return (process.ExitCode, output.Result, error.Result);
    }

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Voltloop.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "tests", "Conformance", "Proofs", "oracle");
    }
}
