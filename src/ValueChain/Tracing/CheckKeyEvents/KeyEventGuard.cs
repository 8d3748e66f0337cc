using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tracing.CheckKeyEvents;

/// <summary>
/// Checks the key events of a document while it is captured. What the document itself says counts, wherever it stands in it; so
/// does what is in the record. What is not known yet becomes an open warning, which is settled when the event comes.
/// </summary>
/// <param name="vocabulary">Key events and rules.</param>
/// <param name="lookup">Finds what is in the record.</param>
/// <param name="policy">What broken rules do.</param>
internal sealed class KeyEventGuard(KeyEventVocabulary vocabulary, KeyEventLookup lookup, IOptions<KeyEventPolicy> policy)
{
    /// <summary>Kind of the findings.</summary>
    public const string Type = "key-event";

    /// <summary>Checks a draft; events that are refused leave it.</summary>
    /// <param name="draft">Events with what they say.</param>
    /// <param name="asked">What this capture asks for instead of the settings.</param>
    /// <param name="cancellation">Stops the check.</param>
    public async Task CheckAsync(CaptureDraft draft, KeyEventMode? asked, CancellationToken cancellation)
    {
        if (draft.KeyEvents.Count == 0 || ((asked ?? policy.Value.Mode) == KeyEventMode.Off && policy.Value.Rules.Count == 0)) return;
        var seen = draft.KeyEvents.Select(stated => (stated, Sighting: Sight(draft, stated))).ToList();
        var known = seen.Where(one => one.Sighting is not null).OrderBy(one => one.Sighting!.Keys.EventTime).ToList();
        foreach (var (stated, _) in seen.Where(one => one.Sighting is null)) Unknown(draft, stated, asked);
        var history = new KeyEventHistory();
        var isComplete = await lookup.LearnAsync([.. known.SelectMany(one => KeyEventCheck.Asked(vocabulary, one.Sighting!)).Distinct(StringComparer.Ordinal)], history, cancellation);
        foreach (var (stated, sighting) in known) history.Learn(sighting!.Happenings(draft.Entries[stated.Entry].Hash.ToString()));
        var check = new KeyEventCheck(vocabulary, history);
        foreach (var (stated, sighting) in known) Judge(draft, stated, check.Findings(sighting!, stated.Captured).Where(found => isComplete || !found.Rule.NeedsHistory), asked);
        if (!isComplete) draft.Note(CaptureDraft.Warning("key-event-history", $"More than {KeyEventLookup.MaxLooked} events name the goods of this document; what came before was not judged.", ""));
        draft.RemoveRefused();
    }

    private KeyEventSighting? Sight(CaptureDraft draft, StatedKeyEvent stated) => KeyEventSighting.Of(vocabulary, stated.Captured, draft.Entries[stated.Entry].Keys);

    private void Judge(CaptureDraft draft, StatedKeyEvent stated, IEnumerable<KeyEventFinding> findings, KeyEventMode? asked)
    {
        foreach (var found in findings)
        {
            var mode = policy.Value.Of(found.Rule, asked);
            if (mode == KeyEventMode.Off) continue;
            Note(draft, stated, (mode, found.Rule.Id, found.Rule.Remedy), (found.Field, found.Message, Open(found, draft, stated)));
        }
    }

    private void Unknown(CaptureDraft draft, StatedKeyEvent stated, KeyEventMode? asked)
    {
        var mode = policy.Value.Rules.TryGetValue("unknown", out var own) ? own : asked ?? policy.Value.Mode;
        if (mode != KeyEventMode.Off) Note(draft, stated, (mode, "unknown", "Use a code of GET /api/v1/key-events, or leave voltloop:keyEvent out."), ("/voltloop:keyEvent", $"\"{Short(stated.Code)}\" is no key event.", null));
    }

    private static OpenFinding? Open(KeyEventFinding found, CaptureDraft draft, StatedKeyEvent stated) =>
        found.Waits.Count == 0 ? null : new OpenFinding(found.Waits, draft.Entries[stated.Entry].Keys.EventTime);

    private static void Note(CaptureDraft draft, StatedKeyEvent stated, (KeyEventMode Mode, string Rule, string Remedy) by, (string Field, string Message, OpenFinding? Open) what)
    {
        if (by.Mode == KeyEventMode.Reject) draft.Refuse(stated.Entry);
        var place = draft.Places[stated.Entry];
        draft.Note(new CaptureFinding(Type, "A rule of key events is not kept.", what.Message, place + what.Field)
        {
            IsError = by.Mode == KeyEventMode.Reject,
            Rule = by.Rule,
            Remedy = by.Remedy,
            Event = place.Length == 0 ? 0 : int.Parse(place[(place.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture),
            Open = by.Mode == KeyEventMode.Reject ? null : what.Open,
        });
    }

    private static string Short(string text) => text.Length <= 80 ? text : text[..77] + "...";
}
