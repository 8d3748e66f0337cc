using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Signing;

namespace Voltloop.Record.Replication;

/// <summary>Who a node is, as it tells its back-ups.</summary>
/// <param name="Node">Its log and keys.</param>
/// <param name="Before">Nodes whose logs it continues, oldest first.</param>
/// <param name="Keeper">Operator who runs it.</param>
public sealed record NodeCard(KnownNode Node, IReadOnlyList<KnownNode> Before, string Keeper)
{
    /// <summary>The card as JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["node"] = Node.ToJson(),
        ["before"] = new JsonArray([.. Before.Select(node => node.ToJson())]),
        ["keeper"] = Keeper,
    };

    /// <summary>Reads a card.</summary>
    /// <exception cref="ProblemException">Not a card.</exception>
    public static NodeCard Read(ReadOnlySpan<byte> utf8)
    {
        var json = StrictJson.Parse(utf8);
        var node = JsonRead.Member(json, "node") ?? throw Refusal.Because(CommonProblems.MalformedInput, "The other node does not say who it is.");
        return new NodeCard(KnownNode.Read(node), [.. JsonRead.OneOrMany(json, "before").Select(KnownNode.Read)], JsonRead.TextOf(json, "keeper") ?? "");
    }
}
