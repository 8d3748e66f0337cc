using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.Model;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>The events of a document, checked, hashed and keyed; and what is wrong with the others.</summary>
internal sealed class CaptureDraft
{
    /// <summary>Most findings that are kept of one document.</summary>
    public const int MaxFindings = 500;

    private static readonly TimeSpan Ahead = TimeSpan.FromHours(24);

    private readonly HashSet<(EventHash, long)> _seen = [];
    private readonly HashSet<int> _refused = [];

    /// <summary>Good events that are not twice in the document.</summary>
    public List<EventEntry> Entries { get; } = [];

    /// <summary>What is wrong, or worth a warning.</summary>
    public List<CaptureFinding> Findings { get; } = [];

    /// <summary>Where each entry stands in the document.</summary>
    public List<string> Places { get; } = [];

    /// <summary>Entries that call themselves key events; read them while the document is open.</summary>
    public List<StatedKeyEvent> KeyEvents { get; } = [];

    /// <summary>Whether facts may follow from the document.</summary>
    public bool HasKeyEvents { get; private set; }

    /// <summary>Events that the document holds twice.</summary>
    public int Repeated { get; private set; }

    /// <summary>Events that were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Reads a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="source">SHA-256 of the XML it comes from, or <c>null</c>.</param>
    /// <param name="now">Moment of capture: events far ahead of it get a warning.</param>
    public static CaptureDraft Of(EventDocument document, string? source, DateTimeOffset now)
    {
        var draft = new CaptureDraft();
        var context = document.Place.Length > 0 && document.Context is { } stated ? stated.GetRawText() : "";
        var check = new EventCheck();
        for (var i = 0; i < document.Events.Count; i++)
        {
            var place = document.Place.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{document.Place}/{i}");
            var captured = document.Events[i];
            if (draft.IsGood(check.Faults(captured), place) && (!document.HasRepeats || draft.IsUnique(captured, place))) draft.Add(captured, document.NamesOf(captured), (context, source, place), now);
        }

        return draft;
    }

    /// <summary>Adds a finding, up to the limit.</summary>
    public void Note(CaptureFinding finding)
    {
        if (Findings.Count < MaxFindings) Findings.Add(finding);
    }

    /// <summary>Marks an entry as refused; <see cref="RemoveRefused"/> takes it away.</summary>
    public void Refuse(int entry) => _refused.Add(entry);

    /// <summary>Takes refused entries away.</summary>
    public void RemoveRefused()
    {
        foreach (var entry in _refused.OrderDescending())
        {
            Entries.RemoveAt(entry);
            Places.RemoveAt(entry);
        }

        Refused += _refused.Count;
        _refused.Clear();
        KeyEvents.Clear();
    }

    private bool IsGood(IReadOnlyList<EventFault> faults, string place)
    {
        Refused += faults.Count > 0 ? 1 : 0;
        foreach (var fault in faults) Note(new CaptureFinding(TracingProblems.InvalidEvent.Code, TracingProblems.InvalidEvent.Title, fault.Message, place + fault.Place));
        return faults.Count == 0;
    }

    // An official example has two eventIDs, so that is a warning; which of two other values is meant, nobody can know.
    private bool IsUnique(JsonElement captured, string place)
    {
        if (RepeatedFields.First(captured) is not { } repeated) return true;
        var isIdentifier = repeated == "/eventID";
        const string Detail = "The field stands twice in its object.";
        if (isIdentifier) Note(Warning("field-twice", Detail + " The last one counts.", place + repeated));
        else IsGood([new EventFault(repeated, Detail)], place);
        return isIdentifier;
    }

    private void Add(JsonElement captured, EventNamespaces names, (string Context, string? Source, string Place) from, DateTimeOffset now)
    {
        var hash = EventHash.Of(captured, names, EventHashRules.Cbv20);
        var keys = new EventKeyReader(names).Read(captured, hash);
        var entry = new EventEntry(JsonMarshal.GetRawUtf8Value(captured).ToArray(), from.Context, hash, keys) { Source = from.Source };
        if (!_seen.Add((hash, entry.Variant)))
        {
            Repeated++;
            return;
        }

        Entries.Add(entry);
        Places.Add(from.Place);
        if (KeyEventFields.CodeOf(captured, keys) is { } code) AddKeyEvent(keys, new StatedKeyEvent(Entries.Count - 1, code, captured));
        if (keys.EventTime > now + Ahead) Note(Warning("event-in-future", $"The event is said to happen at {keys.EventTime:O}, more than {Ahead.TotalHours} hours ahead of now.", from.Place + "/eventTime"));
        if (captured.TryGetProperty("eventID", out var id)) CheckOwnHash(id.GetString()!, captured, names, from.Place);
    }

    // Who declares an error says nothing new that could be checked, but facts may follow from it.
    private void AddKeyEvent(EventKeys keys, StatedKeyEvent stated)
    {
        HasKeyEvents = true;
        if (keys.ErrorDeclaration is null) KeyEvents.Add(stated);
    }

    // An identifier that is a hash promises the content; whoever relies on it should learn that it does not hold.
    private void CheckOwnHash(string id, JsonElement captured, EventNamespaces names, string place)
    {
        if (EventHash.TryParse(id) is not { } claimed || EventHashRules.All.Any(rules => EventHash.Of(captured, names, rules) == claimed)) return;
        Note(Warning("event-hash-differs", $"The event calls itself {id}, but that is not the hash of its content.", place + "/eventID"));
    }

    /// <summary>A finding that refuses nothing.</summary>
    public static CaptureFinding Warning(string code, string detail, string place) => new(code, "The event is taken, but look at it.", detail, place) { IsError = false };
}
