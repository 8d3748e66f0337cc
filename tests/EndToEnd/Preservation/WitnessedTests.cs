using System.Text.Json;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Proofs.Trust;
using Voltloop.Record.Signing;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Authenticity;

namespace Voltloop.Tests.EndToEnd.Preservation;

/// <summary>A node collects what its witnesses cosign, shows it, and puts it into what it exports.</summary>
public sealed class WitnessedTests : IDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voltloop-witnessed-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Cosignatures_are_collected_shown_and_verified_offline()
    {
        using var witnessStore = new CommandLine.Voltloop();
        await using (var node = await Node.StartAsync(At("node")))
        {
            await node.WriteAsync(3, "maker");
            (await witnessStore.RunAsync("witness", node.Url.ToString())).ExitCode.ShouldBe(0);
        }

        await using var witness = await Node.StartAsync(Path.Combine(witnessStore.Directory.FullName, "store"));
        using var toWitness = new HttpClient { BaseAddress = witness.Url };
        var key = (await toWitness.GetStringAsync("/api/v1/witness/key")).Trim().Split(' ');
        key.ShouldBe((await witnessStore.RunAsync("keys", "witness")).Output.Trim().Split(' '));
        Settings(key, witness.Url);
        await using var watched = await Node.StartAsync(At("node"));
        await watched.WriteAsync(300, "maker");
        using var client = new HttpClient { BaseAddress = watched.Url };
        var note = await EventuallyAsync(client);
        SignedNote.Parse(note).Verify([new WitnessKey(key[0], Multikey.Decode(key[1])), watched.Record.Keys.LogKeys[0]]).Count.ShouldBe(2);
        var status = await client.JsonAsync("/api/v1/preservation");
        status.GetProperty("witnesses")[0].GetProperty("entries").GetInt64().ShouldBe((long)Checkpoint.Parse(SignedNote.Parse(note).Text).Size);

        // Offline, with a trust list of both nodes, the saved note proves what an artefact alone cannot.
        VerificationMethod[] keys = [.. watched.Record.Keys.Document.Methods, .. witness.Record.Keys.Document.Methods];
        var trust = new TrustList([new TrustedIssuer("did:web:localhost", "both", ["node"], KeyValidity.Always, keys)]);
        await File.WriteAllTextAsync(At("trust.json"), TrustListJson.Write(trust).ToJsonString(Indented));
        await File.WriteAllTextAsync(At("checkpoint.note"), note);
        var verified = await witnessStore.RunAsync("verify", At("checkpoint.note"), "--trust", At("trust.json"));
        verified.ExitCode.ShouldBe(0, verified.Output + verified.Errors);
        verified.Output.ShouldContain($"proven: Others saw the same log ({key[0]} cosigned it at");
        LogProver.Covering(watched.Record, 1).Checkpoint.Signatures.Count.ShouldBe(2, "what is exported carries the cosignature");
    }

    [Fact]
    public async Task A_changed_cosignature_is_refuted_and_one_of_an_unknown_witness_proves_nothing()
    {
        await using var node = await Node.StartAsync(At("node"));
        await node.WriteAsync(2, "maker");
        using var key = P256SigningKey.Generate();
        var note = node.Record.Checkpoint();
        var cosigned = note.With(WitnessKey.Cosign(note.Text, "witness.example/w", key, DateTimeOffset.UnixEpoch));
        var context = new VerificationContext(node.Record.Keys.AsTrustList("node"), TimeProvider.System.GetUtcNow());
        WitnessedNote.Verify(cosigned.ToString(), context).ToString().ShouldContain("not proven: Others saw the same log");
        var knows = context with { Keys = new TrustList([.. node.Record.Keys.AsTrustList("node").Issuers, new TrustedIssuer("did:web:w", "w", ["witness"], KeyValidity.Always, [new VerificationMethod("did:web:w#1", key.Public, KeyValidity.Always)])]) };
        WitnessedNote.Verify(cosigned.ToString(), knows).Holds.ShouldBeTrue();
        var forged = cosigned.Signatures[1] with { Bytes = [.. cosigned.Signatures[1].Bytes.Select((b, i) => i == 3 ? (byte)(b + 1) : b)] };
        WitnessedNote.Verify(note.With(forged).ToString(), knows).Holds.ShouldBeFalse();
    }

    [Fact]
    public async Task A_witness_that_does_not_know_the_log_or_is_shown_another_past_does_not_cosign()
    {
        using var witnessStore = new CommandLine.Voltloop();
        await using var node = await Node.StartAsync(At("node"));
        await node.WriteAsync(2, "maker");
        (await witnessStore.RunAsync("witness", node.Url.ToString())).ExitCode.ShouldBe(0);
        await using var witness = await Node.StartAsync(Path.Combine(witnessStore.Directory.FullName, "store"));
        using var client = new HttpClient { BaseAddress = witness.Url };
        await using var stranger = await Node.StartAsync(At("stranger"));
        await stranger.WriteAsync(2, "maker");
        (await SubmitAsync(client, 0, stranger.Record.Checkpoint())).ShouldBe(404);
        (await SubmitAsync(client, 1, node.Record.Checkpoint())).ShouldBe(409);
        await node.WriteAsync(2, "maker");
        (await SubmitAsync(client, 2, node.Record.Checkpoint())).ShouldBe(422, "the proof is missing");
    }

    private static async Task<int> SubmitAsync(HttpClient client, int old, SignedNote note)
    {
        using var body = new StringContent($"old {old}\n\n{note}");
        using var answer = await client.PostAsync("/api/v1/witness/add-checkpoint", body);
        return (int)answer.StatusCode;
    }

    private static async Task<string> EventuallyAsync(HttpClient client)
    {
        for (var i = 0; i < 1800; i++)
        {
            using var answer = await client.GetAsync("/api/v1/log/witnessed");
            if (answer.IsSuccessStatusCode) return await answer.Content.ReadAsStringAsync();
            await Task.Delay(50);
        }

        throw new TimeoutException("No witness has cosigned.");
    }

    private void Settings(string[] key, Uri url) => File.WriteAllText(Path.Combine(At("node"), "settings.json"), JsonSerializer.Serialize(new
    {
        Preservation = new { WitnessSeconds = 0.5, Witnesses = new[] { new { Name = key[0], Url = url.ToString(), Key = key[1] } } },
    }));

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
