using System.Text.Json.Nodes;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>Replaces marked values by digests, the innermost first, so that a disclosure can hold digests of others.</summary>
internal sealed class SdConcealer(SdOptions options)
{
    public IReadOnlyList<GroupedDisclosure> Conceal(JsonObject payload, IReadOnlyCollection<SdMark> marks)
    {
        var twin = marks.GroupBy(mark => mark.Pointer, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any());
        Refusal.Unless(twin is null, CommonProblems.InvalidValue, $"{twin?.Key} is marked twice.");
        var inner = marks.Select(mark => (mark.Group, Path: JsonPath.Parse(mark.Pointer))).OrderByDescending(mark => mark.Path.Steps.Length).ToList();
        var disclosures = inner.ConvertAll(mark => new GroupedDisclosure(Conceal(payload, mark.Path), mark.Path.Pointer, mark.Group));
        AddDecoys(payload, inner.ConvertAll(mark => mark.Path));
        disclosures.Reverse();
        return disclosures;
    }

    private Disclosure Conceal(JsonObject payload, JsonPath path)
    {
        Refusal.Unless(
            path.Steps.Length > 1 || !SdNames.AlwaysVisible.Contains(path.Last), ProofProblems.ReservedName, $"{path.Pointer} must stay visible.");
        return path.Parent(payload) is JsonArray items ? ConcealItem(items, JsonPath.Index(path.Last)!.Value) : ConcealMember((JsonObject)path.Parent(payload), path.Last);
    }

    private Disclosure ConcealMember(JsonObject parent, string name)
    {
        var disclosure = Disclosure.OfMember(options.Salt(), name, parent[name]);
        parent.Remove(name);
        if (parent[SdNames.Digests] is not JsonArray digests)
        {
            parent[SdNames.Digests] = digests = [];
            AddDecoys(digests);
        }

        Insert(digests, disclosure.Digest);
        return disclosure;
    }

    private Disclosure ConcealItem(JsonArray items, int index)
    {
        var disclosure = Disclosure.OfItem(options.Salt(), items[index]);
        items[index] = Placeholder(disclosure.Digest);
        return disclosure;
    }

    private void AddDecoys(JsonArray digests)
    {
        for (var i = 0; i < options.Decoys; i++)
        {
            Insert(digests, Decoy());
        }
    }

    // Arrays that are hidden themselves are in their disclosure already; decoys go to those that are still in the payload.
    private void AddDecoys(JsonObject payload, List<JsonPath> paths)
    {
        foreach (var place in paths.Where(path => JsonPath.Index(path.Last) is not null).GroupBy(path => string.Join('/', path.Steps[..^1]), StringComparer.Ordinal))
        {
            if (Find(payload, place.First()) is { } items)
            {
                AddItems(items);
            }
        }
    }

    private void AddItems(JsonArray items)
    {
        for (var i = 0; i < options.Decoys; i++)
        {
            items.Add(Placeholder(Decoy()));
        }
    }

    private static JsonArray? Find(JsonObject payload, JsonPath path)
    {
        JsonNode? node = payload;
        foreach (var step in path.Steps[..^1])
        {
            node = node is JsonArray items ? items[JsonPath.Index(step)!.Value] : (node as JsonObject)?[step];
        }

        return node as JsonArray;
    }

    private string Decoy() => Disclosure.DigestOf(options.Salt());

    private static JsonObject Placeholder(string digest) => new() { [SdNames.Item] = digest };

    // Sorted, so that the place of a digest says nothing about the place of the value.
    private static void Insert(JsonArray digests, string digest)
    {
        var at = digests.TakeWhile(one => string.CompareOrdinal(one!.GetValue<string>(), digest) < 0).Count();
        digests.Insert(at, digest);
    }
}
