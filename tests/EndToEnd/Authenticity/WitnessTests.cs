using Voltloop.App.Hosting;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Signing;

namespace Voltloop.Tests.EndToEnd.Authenticity;

/// <summary>A witness meets a node that lies about its past: the same identity and key, but another log.</summary>
[Trait("Requirement", "18239-4")]
public sealed class WitnessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voltloop-witness-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_log_that_only_grows_is_cosigned_again_and_again()
    {
        await using var node = await Node.StartAsync(At("honest"));
        using var watch = new Watch(At("witness"));
        foreach (var count in (int[])[3, 0, 300, 1])
        {
            await node.WriteAsync(count, "maker");
            var note = await watch.Witness.WatchAsync(node.Url, pinned: null, CancellationToken.None);
            var own = new WitnessKey(watch.Witness.Name, watch.Keys.Document.Methods[0].Key);
            note.Verify([own, node.Record.Keys.LogKeys[0]]).ShouldBe([node.Record.Keys.Log, watch.Witness.Name]);
        }
    }

    [Theory]
    [InlineData(0, "log-truncated")]
    [InlineData(5, "log-split-view")]
    [InlineData(9, "log-rewritten")]
    public async Task A_log_that_denies_its_past_is_found_and_named(int others, string problem)
    {
        await using (var past = await Node.StartAsync(At("past")))
        {
            await past.WriteAsync(4, "maker");
        }

        Node.Copy(At("past"), At("liar"));
        using var watch = new Watch(At("witness"));
        await using (var shown = await Node.StartAsync(At("past")))
        {
            await shown.WriteAsync(5, "maker");
            await watch.Witness.WatchAsync(shown.Url, pinned: null, CancellationToken.None);
        }

        await using var liar = await Node.StartAsync(At("liar"));
        await liar.WriteAsync(others, "forger");
        var refused = await Should.ThrowAsync<ProblemException>(() => watch.Witness.WatchAsync(liar.Url, pinned: null, CancellationToken.None));
        refused.Problem.Kind.Code.ShouldBe(problem);
    }

    [Fact]
    public async Task A_node_with_another_key_cannot_speak_for_the_log()
    {
        await using var node = await Node.StartAsync(At("honest"));
        await using var stranger = await Node.StartAsync(At("stranger"));
        await node.WriteAsync(2, "maker");
        await stranger.WriteAsync(2, "maker");
        using var watch = new Watch(At("witness"));
        var refused = await Should.ThrowAsync<ProblemException>(() => watch.Witness.WatchAsync(stranger.Url, node.Record.Keys.LogKeys[0], CancellationToken.None));
        refused.Problem.Kind.ShouldBe(ProofProblems.UnknownKey);
    }

    [Fact]
    public async Task Witnesses_in_processes_of_their_own_cosign_and_end_with_an_error_at_a_stranger()
    {
        await using var node = await Node.StartAsync(At("honest"));
        await node.WriteAsync(3, "maker");
        using var one = new CommandLine.Voltloop();
        using var two = new CommandLine.Voltloop();
        (await one.RunAsync("witness", node.Url.ToString())).ExitCode.ShouldBe(0);
        var seen = await two.RunAsync("witness", node.Url.ToString());
        seen.Output.ShouldContain(node.Record.Keys.Log);
        seen.Output.ShouldContain("/witness/");
        await using var empty = await Node.StartAsync(At("other"));
        (await one.RunAsync("witness", empty.Url.ToString(), "--key", node.Record.Keys.LogKeys[0].ToString())).ExitCode.ShouldBe(2);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private sealed class Watch : IDisposable
    {
        private readonly HttpClient _http = new();

        public Watch(string directory)
        {
            Keys = NodeKeys.Open(directory, TimeProvider.System.GetUtcNow());
            Witness = new LogWitness(_http, Keys, directory, TimeProvider.System);
        }

        public NodeKeys Keys { get; }

        public LogWitness Witness { get; }

        public void Dispose() => _http.Dispose();
    }
}
