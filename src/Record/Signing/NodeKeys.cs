using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Record.Signing;

/// <summary>
/// The identity of a node: its <c>did:web</c>, the name of its log, and its keys. The private keys stand beside the store,
/// one file each, readable by their owner only; what is public stands in <see cref="FileName"/>.
/// </summary>
public sealed class NodeKeys
{
    /// <summary>Folder in the folder of the store.</summary>
    public const string FolderName = "node";

    /// <summary>File with all that is public.</summary>
    public const string FileName = "identity.json";

    /// <summary>Environment variable that names the node at its first start.</summary>
    public const string DidVariable = "VOLTLOOP_DID";

    /// <summary>Name of a node that nobody has named.</summary>
    public const string UnnamedDid = "did:web:localhost";

    private readonly string _folder;

    private NodeKeys(string folder, string log, DidDocument document)
    {
        _folder = folder;
        Log = log;
        Document = document;
    }

    /// <summary>Name of the log: the origin of its checkpoints. It stays when keys rotate.</summary>
    public string Log { get; }

    /// <summary>Identity and public keys, retired ones with their end.</summary>
    public DidDocument Document { get; private set; }

    /// <summary>The log's keys as signers of checkpoints.</summary>
    public IReadOnlyList<LogKey> LogKeys => [.. Document.Methods.Select(method => new LogKey(Log, method.Key))];

    /// <summary>File with the last checkpoint that the node signed, outside of the database that it speaks of.</summary>
    public string CheckpointFile => Path.Combine(_folder, "checkpoint");

    /// <summary>Nodes whose logs this one holds or continues, oldest first.</summary>
    public IReadOnlyList<KnownNode> Known { get; private set; } = [];

    /// <summary>Keys of a log of that name; none for an unknown one.</summary>
    public IReadOnlyList<LogKey> LogKeysOf(string log) => log == Log ? LogKeys : [.. Known.Where(node => node.Log == log).SelectMany(node => node.LogKeys)];

    /// <summary>This node as a trust list, with the nodes whose logs it holds.</summary>
    public TrustList AsTrustList(string name)
    {
        // Nodes that nobody has named share a name; a trust list has one entry for it, with the keys of all of them.
        var issuers = Known.Select(node => node.Document).Prepend(Document).GroupBy(document => document.Id, StringComparer.Ordinal)
            .Select(same => same.First() with { Methods = [.. same.SelectMany(document => document.Methods).DistinctBy(method => method.Id, StringComparer.Ordinal)] });
        return new([.. issuers.Select(document => TrustedIssuer.From(document, document.Id == Document.Id ? name : document.Id, "node"))]);
    }

    /// <summary>Remembers the nodes whose logs this one holds; the cards of nodes known already may have grown.</summary>
    public void Remember(IEnumerable<KnownNode> nodes)
    {
        var known = Known.ToList();
        foreach (var node in nodes.Where(node => node.Log != Log))
        {
            known.RemoveAll(other => other.Log == node.Log);
            known.Add(node);
        }

        Known = known;
        Save();
    }

    /// <summary>Opens the identity of a store; makes one when there is none.</summary>
    /// <param name="directory">Folder of the store.</param>
    /// <param name="now">When a new key becomes valid.</param>
    /// <param name="did">Name of a new node; <c>null</c> for that of <see cref="DidVariable"/>.</param>
    /// <exception cref="ProblemException">The file is damaged, or a folder cannot be made.</exception>
    public static NodeKeys Open(string directory, DateTimeOffset now, string? did = null) => TryOpen(directory) ?? Create(Path.Combine(directory, FolderName), now, did);

    /// <summary>The identity of a store; <c>null</c> when it has none.</summary>
    /// <exception cref="ProblemException">The file is damaged.</exception>
    public static NodeKeys? TryOpen(string directory)
    {
        var folder = Path.Combine(directory, FolderName);
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            return null;
        }

        var json = StrictJson.Parse(File.ReadAllBytes(file));
        var log = JsonRead.TextOf(json, "log");
        var did = JsonRead.Member(json, "did");
        Refusal.Unless(log is not null && did is not null, CommonProblems.MalformedInput, $"{file} is not the identity of a node.");
        return new NodeKeys(folder, log!, DidDocumentJson.Read(JsonSerializer.SerializeToUtf8Bytes(did!.Value)))
        {
            Known = [.. JsonRead.OneOrMany(json, "known").Select(KnownNode.Read)],
        };
    }

    /// <summary>The key that signs now.</summary>
    /// <exception cref="ProblemException">Its file is missing or damaged.</exception>
    public IssuerKey Current()
    {
        var method = Document.Methods.LastOrDefault(method => method.Valid is { Until: null, Revoked: null })
            ?? throw new ProblemException(ProofProblems.UnknownKey, "The node has no valid key.", null, "Make one: ./run keys rotate");
        var file = PrivateFile(method.Id);
        Refusal.Unless(File.Exists(file), ProofProblems.UnknownKey, $"The private key {file} is missing.");
        return new IssuerKey(method.Id, P256SigningKey.FromPkcs8(File.ReadAllBytes(file)));
    }

    /// <summary>Makes a new key; the current one ends. What it signed stays valid.</summary>
    public void Rotate(DateTimeOffset now)
    {
        using var key = P256SigningKey.Generate();
        var id = NameOf(Document.Id, Document.Methods.Count + 1, key.Public);
        WritePrivate(PrivateFile(id), key);
        Document = Document.Rotate(id, key.Public, now);
        Save();
    }

    /// <summary>Revokes a key: nothing that it signed is believed any more.</summary>
    /// <exception cref="ProblemException">There is no such key.</exception>
    public void Revoke(string keyId, DateTimeOffset now)
    {
        Refusal.Unless(Document.Find(keyId) is not null, ProofProblems.UnknownKey, $"The node has no key {keyId}.");
        Document = Document.Revoke(keyId, now);
        Save();
    }

    private static NodeKeys Create(string folder, DateTimeOffset now, string? name)
    {
        Directory.CreateDirectory(folder);
        var did = name ?? Environment.GetEnvironmentVariable(DidVariable) ?? UnnamedDid;
        var host = DidWeb.ToUrl(did).Authority;
        using var key = P256SigningKey.Generate();
        var id = NameOf(did, 1, key.Public);
        now = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var log = string.Create(CultureInfo.InvariantCulture, $"{host}/log/{new LogKey("log", key.Public).KeyId:x8}");
        var node = new NodeKeys(folder, log, new DidDocument(did, [new VerificationMethod(id, key.Public, new KeyValidity(now))]));
        WritePrivate(node.PrivateFile(id), key);
        node.Save();
        return node;
    }

    // The fingerprint keeps apart the first keys of two nodes that nobody has named, for example after a backup was restored.
    private static string NameOf(string did, int number, P256PublicKey key) =>
        string.Create(CultureInfo.InvariantCulture, $"{did}#{number}-{new LogKey("log", key).KeyId:x8}");

    private static void WritePrivate(string path, P256SigningKey key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(key.ExportPkcs8());
        file.Flush(flushToDisk: true);
    }

    private string PrivateFile(string keyId) => Path.Combine(_folder, $"{keyId[(keyId.IndexOf('#', StringComparison.Ordinal) + 1)..]}.p8");

    private void Save()
    {
        var json = new JsonObject { ["log"] = Log, ["did"] = DidDocumentJson.Write(Document), ["known"] = new JsonArray([.. Known.Select(node => node.ToJson())]) };
        var path = Path.Combine(_folder, FileName);
        File.WriteAllText(path + ".part", json.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        File.Move(path + ".part", path, overwrite: true);
    }
}
