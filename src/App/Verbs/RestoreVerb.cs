using System.CommandLine;
using Voltloop.App.Hosting;
using Voltloop.App.Preservation;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;

namespace Voltloop.App.Verbs;

/// <summary><c>restore FILE</c>: makes a store from a backup, after checking the backup.</summary>
internal static class RestoreVerb
{
    private static readonly Argument<FileInfo?> File = new("FILE") { Description = "A file written by backup.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> From = new("--from") { Description = "Address of another node instead: its record is taken, verified, and followed from then on.", HelpName = "URL" };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host)
    {
        var command = new Command("restore", "Check a backup and make a store from it. Refuses a directory that holds one.\n\nExample: ./run restore /backups/voltloop-2027-02-18.db --data ./restored\nor from a back-up node: ./run restore --from https://backup.example --key vl_... --data ./restored") { File, From, FollowVerb.Key };
        command.SetAction((parsed, cancellation) => host.TranslateAsync(parsed, () => parsed.GetValue(From) is { } url ? TakeAsync(host, parsed, url, cancellation) : RunAsync(host, parsed)));
        return command;
    }

    // The folder may hold the node's keys: then the node comes back under its own name.
    private static async Task<int> TakeAsync(VerbHost host, ParseResult parsed, string url, CancellationToken cancellation)
    {
        var directory = host.Directory(parsed);
        if (host.HasStore(parsed))
        {
            throw new ProblemException(RecordProblems.TargetNotEmpty, $"{directory} holds a store already.", null, "Name a new folder; to go on with this store, use ./run follow.");
        }

        await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = directory });
        return await Following.RunAsync(record, (directory, host.WantsJson(parsed)), FollowVerb.Address(parsed, url), cancellation);
    }

    private static Task<int> RunAsync(VerbHost host, ParseResult parsed)
    {
        var directory = host.Directory(parsed);
        var file = parsed.GetValue(File) ?? throw new ProblemException(CommonProblems.BadRequest, "Name a file, or another node with --from.");
        SqliteRecord.Restore(file.FullName, directory);
        Console.WriteLine(host.WantsJson(parsed)
            ? System.Text.Json.JsonSerializer.Serialize(new { directory })
            : $"Restored to {directory}");
        return Task.FromResult(0);
    }
}
