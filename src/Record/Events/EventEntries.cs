using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Events.Hashing;
using Voltloop.Record.Proofs;

namespace Voltloop.Record.Events;

/// <summary>Makes an entry again from what a record or another node keeps of an event.</summary>
public static class EventEntries
{
    /// <summary>The entry with its keys, worked out from the event.</summary>
    /// <param name="kept">Bytes, context, hash and source.</param>
    /// <exception cref="ProblemException">The bytes are no event, or not the one of the hash.</exception>
    public static EventEntry Rebuild(EventEntry kept)
    {
        try
        {
            using var json = JsonDocument.Parse(kept.Json);
            var names = NamesOf(json.RootElement, kept);
            return EventHash.Of(json.RootElement, names, EventHashRules.Cbv20) == kept.Hash
                ? kept with { Keys = new EventKeyReader(names).Read(json.RootElement, kept.Hash) }
                : throw new ProblemException(ProofProblems.MerkleMismatch, $"An event does not have the hash {kept.Hash}.");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            throw new ProblemException(new Problem(CommonProblems.MalformedInput, $"An event cannot be read: {broken.Message}"), broken);
        }
    }

    /// <summary>Prefixes that hold for an event.</summary>
    public static EventNamespaces NamesOf(JsonElement captured, EventEntry kept)
    {
        using var context = JsonDocument.Parse(kept.Context.Length == 0 ? "null" : kept.Context);
        var names = captured.TryGetProperty("@context", out var own) ? EventNamespaces.Of(context.RootElement, own) : EventNamespaces.Of(context.RootElement);
        return kept.Source is null ? names : names.OfXml();
    }
}
