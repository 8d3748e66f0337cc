using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Signing;

namespace Voltloop.App.Hosting;

/// <summary>
/// Watches the logs of other nodes: remembers the last checkpoint of each, and cosigns a new one only after a proof that it
/// contains the last. What it cosigned stands in a file per log in the folder <c>node/witnessed</c>.
/// </summary>
/// <param name="http">Client for the other nodes.</param>
/// <param name="self">The witness.</param>
/// <param name="directory">Folder of the witness's store.</param>
/// <param name="time">Clock of the cosignature.</param>
public sealed class LogWitness(HttpClient http, NodeKeys self, string directory, TimeProvider time)
{
    /// <summary>Largest answer of another node, in bytes.</summary>
    public const long MaxAnswer = 1024 * 1024;

    private readonly Lock _one = new();
    private readonly string _folder = Path.Combine(directory, NodeKeys.FolderName, "witnessed");

    /// <summary>Name of the witness in signature lines.</summary>
    public string Name => self.Log.Split('/')[0] + "/witness/" + self.Log.Split('/')[^1];

    /// <summary>Looks at a log once and cosigns its checkpoint.</summary>
    /// <param name="node">Address of the other node.</param>
    /// <param name="pinned">The log's key; <c>null</c> to keep the one that the node shows at first sight.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The note with the witness's signature.</returns>
    /// <exception cref="ProblemException">Split view, truncated or rewritten log, unknown key, or the node does not answer.</exception>
    public async Task<SignedNote> WatchAsync(Uri node, LogKey? pinned, CancellationToken cancellation)
    {
        var text = await GetAsync(new Uri(node, "/api/v1/log/checkpoint"), cancellation);
        var seen = Checkpoint.Parse(SignedNote.Parse(text).Text);
        var key = pinned ?? await KeyAsync(node, seen.Origin, cancellation);
        var last = Last(seen.Origin);
        var proof = last is not null && seen.Size > last.Size ? await ProofAsync(node, last.Size, seen.Size, cancellation) : null;
        var issuer = self.Current();
        using var signing = issuer.Key;
        var cosigned = new Witness(Name, signing).Cosign(text, key, (last, proof), time.GetUtcNow());
        Keep(seen.Origin, "note", cosigned.ToString());
        Keep(seen.Origin, "key", key.ToString());
        return cosigned;
    }

    /// <summary>The witness's key: its name and public key (Multikey), as the settings of other nodes name it.</summary>
    public string KeyLine
    {
        get
        {
            var issuer = self.Current();
            using var key = issuer.Key;
            return $"{Name} {Multikey.Encode(key.Public)}";
        }
    }

    /// <summary>Cosigns what a node hands in, if it extends what was cosigned last (the idea of c2sp.org/tlog-witness).</summary>
    /// <param name="old">Size of the checkpoint that the proof begins at; must be that of the last one.</param>
    /// <param name="path">Consistency proof.</param>
    /// <param name="note">The new checkpoint.</param>
    /// <returns>The cosignature; or the size that was cosigned last, when the proof begins elsewhere.</returns>
    /// <exception cref="ProblemException">An unknown log, a false signature, or a log that contradicts itself.</exception>
    public (SignedNote? Cosigned, ulong Last) Cosign(ulong old, IReadOnlyList<byte[]> path, string note)
    {
        var seen = Checkpoint.Parse(SignedNote.Parse(note).Text);
        if (!File.Exists(FileOf(seen.Origin, "key")))
        {
            throw new ProblemException(CommonProblems.NotFound, $"This witness does not watch {seen.Origin}.", null, "Its keeper begins with: ./run witness URL");
        }

        lock (_one)
        {
            var last = Last(seen.Origin);
            if ((last?.Size ?? 0) != old)
            {
                return (null, last?.Size ?? 0);
            }

            var proof = last is not null && seen.Size > last.Size ? ConsistencyProof.BetweenTrees(last.Size, seen.Size, path) : null;
            var issuer = self.Current();
            using var signing = issuer.Key;
            var cosigned = new Witness(Name, signing).Cosign(note, LogKey.Parse(File.ReadAllText(FileOf(seen.Origin, "key"))), (last, proof), time.GetUtcNow());
            Keep(seen.Origin, "note", cosigned.ToString());
            return (cosigned, seen.Size);
        }
    }

    private async Task<LogKey> KeyAsync(Uri node, string origin, CancellationToken cancellation)
    {
        if (File.Exists(FileOf(origin, "key")))
        {
            return LogKey.Parse(await File.ReadAllTextAsync(FileOf(origin, "key"), cancellation));
        }

        var lines = JsonSerializer.Deserialize<string[]>(await GetAsync(new Uri(node, "/api/v1/log/keys"), cancellation)) ?? [];
        return lines.Length > 0 ? LogKey.Parse(lines[^1]) : throw new ProblemException(ProofProblems.UnknownKey, $"{node} shows no key of its log.");
    }

    private Checkpoint? Last(string origin) =>
        File.Exists(FileOf(origin, "note")) ? Checkpoint.Parse(SignedNote.Parse(File.ReadAllText(FileOf(origin, "note"))).Text) : null;

    private async Task<ConsistencyProof> ProofAsync(Uri node, ulong from, ulong to, CancellationToken cancellation)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(await GetAsync(new Uri(node, FormattableString.Invariant($"/api/v1/log/consistency?from={from}&to={to}")), cancellation));
        var path = json.GetProperty("path").EnumerateArray().Select(hash => hash.GetBytesFromBase64());
        return ConsistencyProof.BetweenTrees(from, to, [.. path]);
    }

    private async Task<string> GetAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            answer.EnsureSuccessStatusCode();
            await answer.Content.LoadIntoBufferAsync(MaxAnswer, cancellation);
            return await answer.Content.ReadAsStringAsync(cancellation);
        }
        catch (HttpRequestException unreachable)
        {
            throw new ProblemException(new Problem(CommonProblems.NotFound, $"{address} does not answer: {unreachable.Message}"), unreachable);
        }
    }

    // The origin comes from elsewhere: its hash is a safe name for a file.
    private string FileOf(string origin, string kind) =>
        Path.Combine(_folder, Convert.ToHexStringLower(MerkleHash.Leaf(System.Text.Encoding.UTF8.GetBytes(origin)))[..16] + "." + kind);

    private void Keep(string origin, string kind, string text)
    {
        Directory.CreateDirectory(_folder);
        var path = FileOf(origin, kind);
        File.WriteAllText(path + ".part", text);
        File.Move(path + ".part", path, overwrite: true);
    }
}
