using System.CommandLine;
using Voltloop.App.Hosting;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Trust;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite;

namespace Voltloop.App.Verbs;

/// <summary><c>keys</c>: the identity of the node and its keys.</summary>
internal static class KeysVerb
{
    private static readonly Argument<string> KeyId = new("KEY") { Description = "Identifier of the key, for example did:web:maker.example#1-ab12cd34." };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host)
    {
        var command = new Command("keys", "Identity and keys of the node: show, trust, rotate, revoke. VOLTLOOP_DID names the node at its first start.\n\nExample: ./run keys trust > trust.json");
        command.Subcommands.Add(Verb(host, "show", "The node's did:web document, with the time in which each key signs.", keys => DidDocumentJson.Write(keys.Document).ToString()));
        command.Subcommands.Add(Verb(host, "trust", "A trust list with this node, to give to verifiers.", keys => TrustListJson.Write(keys.AsTrustList(keys.Document.Id)).ToString()));
        command.Subcommands.Add(Verb(host, "log", "The keys of the log as lines for witnesses.", keys => string.Join('\n', keys.LogKeys)));
        command.Subcommands.Add(Witness(host));
        command.Subcommands.Add(Changing(host, new Command("rotate", "Make a new key; what the old one signed stays valid. Stop the server first."), (_, keys, now) => keys.Rotate(now)));
        command.Subcommands.Add(Changing(host, new Command("revoke", "Believe nothing any more that a key signed.") { KeyId }, (parsed, keys, now) => keys.Revoke(parsed.GetRequiredValue(KeyId), now)));
        return command;
    }

    private static Command Verb(VerbHost host, string name, string description, Func<NodeKeys, string> write)
    {
        var command = new Command(name, description);
        command.SetAction((parsed, _) => host.TranslateAsync(parsed, () =>
        {
            Console.WriteLine(write(NodeKeys.TryOpen(host.Directory(parsed)) ?? throw Missing()));
            return Task.FromResult(0);
        }));
        return command;
    }

    private static Command Witness(VerbHost host)
    {
        var command = new Command("witness", "Name and key of the node as a witness, for the settings of the nodes that it watches.");
        command.SetAction((parsed, _) => host.TranslateAsync(parsed, () =>
        {
            using var http = new HttpClient();
            Console.WriteLine(new LogWitness(http, NodeKeys.TryOpen(host.Directory(parsed)) ?? throw Missing(), host.Directory(parsed), TimeProvider.System).KeyLine);
            return Task.FromResult(0);
        }));
        return command;
    }

    // The store is opened for writing so that no server signs with a key that is no longer the current one.
    private static Command Changing(VerbHost host, Command command, Action<ParseResult, NodeKeys, DateTimeOffset> change)
    {
        command.SetAction((parsed, _) => host.TranslateAsync(parsed, async () =>
        {
            await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = host.Directory(parsed) });
            change(parsed, record.Keys, TimeProvider.System.GetUtcNow());
            Console.WriteLine(DidDocumentJson.Write(record.Keys.Document).ToString());
            return 0;
        }));
        return command;
    }

    private static ProblemException Missing() => new(CommonProblems.NotFound, "There is no node in --data yet.", null, "Start it once: ./run serve");
}
