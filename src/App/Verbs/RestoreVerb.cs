using System.CommandLine;
using Voltloop.App.Hosting;
using Voltloop.Record.Sqlite;

namespace Voltloop.App.Verbs;

/// <summary><c>restore FILE</c>: makes a store from a backup, after checking the backup.</summary>
internal static class RestoreVerb
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "A file written by backup." };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host)
    {
        var command = new Command("restore", "Check a backup and make a store from it. Refuses a directory that holds one.\n\nExample: ./run restore /backups/voltloop-2027-02-18.db --data ./restored") { File };
        command.SetAction((parsed, _) => host.TranslateAsync(parsed, () => RunAsync(host, parsed)));
        return command;
    }

    private static Task<int> RunAsync(VerbHost host, ParseResult parsed)
    {
        var directory = host.Directory(parsed);
        SqliteRecord.Restore(parsed.GetRequiredValue(File).FullName, directory);
        Console.WriteLine(host.WantsJson(parsed)
            ? System.Text.Json.JsonSerializer.Serialize(new { directory })
            : $"Restored to {directory}");
        return Task.FromResult(0);
    }
}
