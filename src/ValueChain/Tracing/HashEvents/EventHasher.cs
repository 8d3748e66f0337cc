using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.CaptureEvents;

namespace Voltloop.Tracing.HashEvents;

/// <summary>Hashes the events of a document, whether or not they would be captured.</summary>
internal static class EventHasher
{
    /// <summary>The hash of every event.</summary>
    /// <exception cref="ProblemException">The document cannot be read.</exception>
    public static IReadOnlyList<HashedEvent> Hash(ReadOnlyMemory<byte> document, int maxEvents)
    {
        try
        {
            using var read = EventDocument.Read(document, maxEvents);
            var ignored = read.Ignored;
            return [.. read.Events.Select((_, i) => Of(read, i, ignored))];
        }
        catch (InvalidOperationException broken)
        {
            throw new ProblemException(new Problem(CommonProblems.MalformedInput, "An event is not an object, or a text is not well-formed Unicode."), broken);
        }
    }

    private static HashedEvent Of(EventDocument read, int index, IReadOnlySet<string> ignored)
    {
        var (captured, names) = (read.Events[index], read.NamesOf(read.Events[index]));
        var claimed = captured.TryGetProperty("eventID", out var id) ? EventHash.TryParse(PreHashTexts.Text(id)) : null;
        var all = EventHashRules.All.Select(rules => rules with { Ignored = ignored }).Select(rules => (Rules: rules, Text: new PreHash(names, rules).Of(captured)))
            .Select(made => (made.Rules, made.Text, Hash: EventHash.Of(made.Text))).ToList();
        return new HashedEvent(string.Create(CultureInfo.InvariantCulture, $"{read.Place}/{index}"), all[0].Text)
        {
            Cbv20 = all[0].Hash.ToString(all[0].Rules),
            Cbv21 = all[1].Hash.ToString(all[1].Rules),
            Cbv20AtEnd = all[2].Hash.ToString(all[2].Rules),
            EventIdHolds = claimed is null ? null : all.Exists(made => made.Hash == claimed),
        };
    }
}
