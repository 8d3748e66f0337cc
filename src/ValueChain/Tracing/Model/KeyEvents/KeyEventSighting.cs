using System.Text.Json;
using Voltloop.Record.Events;

namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>A key event as one event says it.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Form">How it is said; <c>null</c> when the event has no type that fits, then it names no goods.</param>
/// <param name="Keys">Keys of the event.</param>
internal sealed record KeyEventSighting(KeyEvent Kind, KeyEventForm? Form, EventKeys Keys)
{
    /// <summary>The key event of an event; <c>null</c> when it is none of the vocabulary.</summary>
    public static KeyEventSighting? Of(KeyEventVocabulary vocabulary, JsonElement captured, EventKeys keys) =>
        KeyEventFields.CodeOf(captured, keys) is { } code && vocabulary.Find(code) is { } kind ? new KeyEventSighting(kind, kind.Forms.FirstOrDefault(form => form.Fits(keys)), keys) : null;

    /// <summary>What it happens to, canonical names.</summary>
    public IEnumerable<string> Subjects => Names(Roles(KeyEventPart.Subject));

    /// <summary>What went into it.</summary>
    public IEnumerable<string> Inputs => Names(Roles(KeyEventPart.Inputs));

    /// <summary>What came out of it.</summary>
    public IEnumerable<string> Parts => Names(Roles(KeyEventPart.Parts));

    /// <summary>The fields that hold some of its goods.</summary>
    public EventRoles Roles(KeyEventPart part) => Form is null ? EventRoles.None : part switch
    {
        KeyEventPart.Subject => Form.Subjects,
        KeyEventPart.Inputs => Form.Inputs,
        KeyEventPart.Parts => Form.Parts,
        _ => Names(Form.Inputs).Any() ? Form.Inputs : Form.Subjects,
    };

    /// <summary>Goods in some fields.</summary>
    public IEnumerable<string> Names(EventRoles roles) => Keys.Names.Where(name => (name.Roles & roles) != EventRoles.None).Select(name => name.Name);

    /// <summary>What it says of each of its goods.</summary>
    /// <param name="id">Identity of the event.</param>
    public IEnumerable<Happening> Happenings(string id) =>
    [
        .. Subjects.Select(name => new Happening(name, Kind.Code, KeyEventPart.Subject, Keys.EventTime) { Event = id }),
        .. Inputs.Select(name => new Happening(name, Kind.Code, KeyEventPart.Inputs, Keys.EventTime) { Event = id }),
        .. Parts.Select(name => new Happening(name, Kind.Code, KeyEventPart.Parts, Keys.EventTime) { Event = id }),
    ];
}
