using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Terms;

namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>
/// One way to say a key event, and which of its fields hold what. In the table:
/// <c>TransformationEvent S=outputs I=inputs</c> or <c>AggregationEvent/ADD S=parent I=children</c>; forms stand between semicolons.
/// </summary>
/// <param name="Type">Event type.</param>
/// <param name="Action">Action; none for any, and for transformations.</param>
internal sealed record KeyEventForm(string Type, EventAction Action)
{
    /// <summary>Fields of what it happens to.</summary>
    public EventRoles Subjects { get; init; }

    /// <summary>Fields of what went into it.</summary>
    public EventRoles Inputs { get; init; }

    /// <summary>Fields of what came out of it.</summary>
    public EventRoles Parts { get; init; }

    /// <summary>Whether an event is of this form.</summary>
    public bool Fits(EventKeys keys) => Type == keys.Type && (Action == EventAction.None || Action == keys.Action);

    /// <summary>Reads the forms of a cell of the table.</summary>
    /// <exception cref="ProblemException"><see cref="VocabularyProblems.BadTable"/>.</exception>
    public static IReadOnlyList<KeyEventForm> Read(CsvRow row, string column) => [.. row.List(column).Select(text => One(row, column, text.Split(' ')))];

    /// <inheritdoc/>
    public override string ToString() => Action == EventAction.None ? Type : $"{Type} {Action.ToString().ToUpperInvariant()}";

    private static KeyEventForm One(CsvRow row, string column, string[] words)
    {
        var head = words[0].Split('/');
        var action = head.Length == 1 ? EventAction.None : Enum.TryParse<EventAction>(head[1], ignoreCase: true, out var stated) ? stated : throw row.Bad(column, "names an unknown action");
        var form = new KeyEventForm(StandardWords.EventTypes.Contains(head[0]) ? head[0] : throw row.Bad(column, "names an unknown event type"), action);
        return words.Skip(1).Aggregate(form, (made, word) => (word[..2], Roles(word[2..])) switch
        {
            ("S=", { } roles) => made with { Subjects = roles },
            ("I=", { } roles) => made with { Inputs = roles },
            ("P=", { } roles) => made with { Parts = roles },
            _ => throw row.Bad(column, $"has \"{word}\", which is no field"),
        });
    }

    private static EventRoles? Roles(string name) => name switch
    {
        "things" => EventRoles.Epc | EventRoles.Class,
        "items" => EventRoles.Epc,
        "amounts" => EventRoles.Class,
        "outputs" => EventRoles.Output | EventRoles.OutputClass,
        "inputs" => EventRoles.Input | EventRoles.InputClass,
        "parent" => EventRoles.Parent,
        "children" => EventRoles.Child | EventRoles.ChildClass,
        _ => null,
    };
}
