using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Merkle;

namespace Voltloop.Record.Signing;

/// <summary>Another node whose log this one holds: name of the log, identity and public keys.</summary>
/// <param name="Log">Name of the log.</param>
/// <param name="Document">Identity and keys.</param>
public sealed record KnownNode(string Log, DidDocument Document)
{
    /// <summary>The keys as signers of checkpoints.</summary>
    public IReadOnlyList<LogKey> LogKeys => [.. Document.Methods.Select(method => new LogKey(Log, method.Key))];

    /// <summary>Whether a later card of the node still has every key of this one.</summary>
    public bool IsContinuedBy(KnownNode later) => Log == later.Log
        && Document.Methods.All(method => later.Document.Find(method.Id) is { } same && same.Key.Equals(method.Key));

    /// <summary>The node as JSON.</summary>
    public JsonObject ToJson() => new() { ["log"] = Log, ["did"] = DidDocumentJson.Write(Document) };

    /// <summary>Reads a node.</summary>
    /// <exception cref="ProblemException">Not a node.</exception>
    public static KnownNode Read(JsonElement json)
    {
        var (log, did) = (JsonRead.TextOf(json, "log"), JsonRead.Member(json, "did"));
        Refusal.Unless(log is not null && did is not null, CommonProblems.MalformedInput, "This is not the identity of a node.");
        return new KnownNode(log!, DidDocumentJson.Read(JsonSerializer.SerializeToUtf8Bytes(did!.Value)));
    }
}
