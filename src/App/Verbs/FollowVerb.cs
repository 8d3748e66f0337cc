using System.CommandLine;
using Voltloop.App.Hosting;
using Voltloop.App.Preservation;
using Voltloop.Record.Sqlite;

namespace Voltloop.App.Verbs;

/// <summary><c>follow URL</c>: makes the store a back-up of another node, and catches up.</summary>
internal static class FollowVerb
{
    private static readonly Argument<string> Url = new("URL") { Description = "Address of the node to follow." };

    /// <summary>The option for the key, shared with restore.</summary>
    public static readonly Option<string?> Key = new("--key") { Description = "API key of an operator that may replicate. Default: $VOLTLOOP_PRIMARY_KEY.", HelpName = "KEY" };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host)
    {
        var command = new Command(
            "follow",
            "Make the store in --data a back-up of another node, and take its record. Then serve it: it goes on following.\n\nExample: ./run follow https://maker.example --key vl_... --data ./backup && ./run serve --data ./backup")
        {
            Url, Key,
        };
        command.SetAction((parsed, cancellation) => host.TranslateAsync(parsed, async () =>
        {
            await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = host.Directory(parsed) });
            return await Following.RunAsync(record, (host.Directory(parsed), host.WantsJson(parsed)), Address(parsed, parsed.GetRequiredValue(Url)), cancellation);
        }));
        return command;
    }

    /// <summary>The address with its key.</summary>
    public static PrimaryAddress Address(ParseResult parsed, string url) =>
        PrimaryAddress.Of(url, parsed.GetValue(Key) ?? Environment.GetEnvironmentVariable("VOLTLOOP_PRIMARY_KEY"));
}
