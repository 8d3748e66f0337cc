using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>Puts disclosures back where their digests stand, and refuses whatever the signature does not account for.</summary>
internal sealed class SdRevealer
{
    private readonly Dictionary<string, Disclosure> _disclosures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public SdRevealer(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            var disclosure = Disclosure.Parse(text);
            Refusal.Unless(_disclosures.TryAdd(disclosure.Digest, disclosure), ProofProblems.DuplicateDisclosure, $"The disclosure {disclosure.Digest} is there twice.");
        }
    }

    /// <summary>Digests for which no disclosure was shown.</summary>
    public int Hidden { get; private set; }

    public JsonElement Reveal(JsonElement payload)
    {
        var claims = (JsonObject)Reveal(payload, 0)!;
        claims.Remove(SdNames.Algorithm);
        var unknown = _disclosures.Keys.FirstOrDefault(digest => !_seen.Contains(digest));
        Refusal.Unless(unknown is null, ProofProblems.UnknownDisclosure, $"Nothing in the signed token refers to the disclosure {unknown}.");
        return JsonSerializer.SerializeToElement(claims);
    }

    private JsonNode? Reveal(JsonElement value, int depth)
    {
        Refusal.Unless(depth <= StrictJson.MaxDepth, CommonProblems.LimitExceeded, $"The claims are nested deeper than {StrictJson.MaxDepth}.");
        return value.ValueKind switch
        {
            JsonValueKind.Object => Members(value, depth),
            JsonValueKind.Array => Items(value, depth),
            JsonValueKind.Null => null,
            _ => JsonValue.Create(value),
        };
    }

    private JsonObject Members(JsonElement value, int depth)
    {
        var json = new JsonObject();
        foreach (var member in value.EnumerateObject().Where(member => member.Name != SdNames.Digests))
        {
            Refusal.Unless(member.Name != SdNames.Item, ProofProblems.ReservedName, "The name ... is for items of arrays.");
            json[member.Name] = Reveal(member.Value, depth + 1);
        }

        foreach (var digest in Digests(value))
        {
            AddMember(json, digest, depth);
        }

        return json;
    }

    private void AddMember(JsonObject json, string digest, int depth)
    {
        if (Take(digest) is { } disclosure)
        {
            var name = disclosure.Name ?? throw Refusal.Because(ProofProblems.MalformedDisclosure, "A disclosure of an item stands for a member.");
            Refusal.Unless(!json.ContainsKey(name), ProofProblems.ReservedName, $"The claim {name} is there already.");
            json[name] = Reveal(disclosure.Value, depth + 1);
        }
    }

    private JsonArray Items(JsonElement value, int depth)
    {
        var items = new JsonArray();
        foreach (var item in value.EnumerateArray())
        {
            if (JsonRead.Member(item, SdNames.Item) is { } digest)
            {
                AddItem(items, PlaceholderDigest(item, digest), depth);
            }
            else
            {
                items.Add(Reveal(item, depth + 1));
            }
        }

        return items;
    }

    private void AddItem(JsonArray items, string digest, int depth)
    {
        if (Take(digest) is { } disclosure)
        {
            Refusal.Unless(disclosure.Name is null, ProofProblems.MalformedDisclosure, "A disclosure of a member stands for an item.");
            items.Add(Reveal(disclosure.Value, depth + 1));
        }
    }

    private Disclosure? Take(string digest)
    {
        Refusal.Unless(_seen.Add(digest), ProofProblems.DuplicateDigest, $"The digest {digest} stands at two places.");
        var disclosure = _disclosures.GetValueOrDefault(digest);
        Hidden += disclosure is null ? 1 : 0;
        return disclosure;
    }

    private static string PlaceholderDigest(JsonElement item, JsonElement digest)
    {
        var isPlaceholder = digest.ValueKind == JsonValueKind.String && item.EnumerateObject().Count() == 1;
        Refusal.Unless(isPlaceholder, ProofProblems.ReservedName, "The name ... is for digests of items alone.");
        return digest.GetString()!;
    }

    private static IEnumerable<string> Digests(JsonElement value)
    {
        if (JsonRead.Member(value, SdNames.Digests) is not { } digests)
        {
            return [];
        }

        var areTexts = digests.ValueKind == JsonValueKind.Array && digests.EnumerateArray().All(digest => digest.ValueKind == JsonValueKind.String);
        Refusal.Unless(areTexts, ProofProblems.ReservedName, "The name _sd is for arrays of digests.");
        return digests.EnumerateArray().Select(digest => digest.GetString()!);
    }
}
