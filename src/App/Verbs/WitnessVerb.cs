using System.CommandLine;
using Voltloop.App.Hosting;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Signing;

namespace Voltloop.App.Verbs;

/// <summary><c>witness URL...</c>: cosigns the checkpoints of other nodes, and names a log that contradicts itself.</summary>
internal static class WitnessVerb
{
    private const int Seconds = 30;

    private static readonly Argument<string[]> Nodes = new("URL") { Description = "Addresses of the nodes to watch.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Key = new("--key") { Description = "The log's key as ./run keys log writes it; without one, the key of the first sight is kept.", HelpName = "LINE" };
    private static readonly Option<int> Every = new("--every") { Description = "Look again every N seconds; 0 to look once.", HelpName = "N" };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host)
    {
        var command = new Command("witness", "Cosign checkpoints of other nodes after a proof that nothing was removed. Exit code 2 when a log contradicts itself.\n\nExample: ./run witness https://maker.example --every 60 --data ./witness") { Nodes, Key, Every };
        command.SetAction((parsed, cancellation) => host.TranslateAsync(parsed, () => RunAsync(parsed, host.Directory(parsed), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string directory, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(Seconds) };
        var witness = new LogWitness(http, NodeKeys.Open(directory, TimeProvider.System.GetUtcNow()), directory, TimeProvider.System);
        var key = parsed.GetValue(Key) is { } line ? LogKey.Parse(line) : null;
        do
        {
            foreach (var node in parsed.GetRequiredValue(Nodes))
            {
                var note = await witness.WatchAsync(Address(node), key, cancellation);
                Console.WriteLine(note);
            }
        }
        while (parsed.GetValue(Every) > 0 && await WaitAsync(parsed.GetValue(Every), cancellation));
        return 0;
    }

    private static async Task<bool> WaitAsync(int seconds, CancellationToken cancellation)
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds), cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !cancellation.IsCancellationRequested;
    }

    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        ? address
        : throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is not an http address.");
}
