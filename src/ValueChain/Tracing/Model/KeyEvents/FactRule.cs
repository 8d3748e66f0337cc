using Voltloop.Core.Problems;
using Voltloop.Record.Terms;

namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>How a key event becomes a statement: data, not code.</summary>
/// <param name="Event">Code of the key event.</param>
/// <param name="Part">About which of its goods.</param>
/// <param name="Term">Term of the vocabulary of the record.</param>
/// <param name="Source">Where the value stands.</param>
internal sealed record FactRule(string Event, KeyEventPart Part, string Term, FactSource Source)
{
    /// <summary>Field, sensor or value, as the source needs it.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>True when only the first such event of a thing counts.</summary>
    public bool IsFirst { get; init; }

    /// <summary>What the fact is for.</summary>
    public required string Reference { get; init; }

    /// <summary>Reads the table.</summary>
    /// <exception cref="ProblemException"><see cref="VocabularyProblems.BadTable"/>, with file and line.</exception>
    public static IReadOnlyList<FactRule> Read(IReadOnlyList<CsvRow> rows, KeyEventVocabulary vocabulary) => [.. rows.Select(row => One(row, vocabulary))];

    private static FactRule One(CsvRow row, KeyEventVocabulary vocabulary)
    {
        if (vocabulary.Find(row.Required("event")) is null) throw row.Bad("event", "is no key event");
        if (!Enum.TryParse<FactSource>(row.Text("from"), ignoreCase: true, out var source)) throw row.Bad("from", "is unknown");
        if (!Enum.TryParse<KeyEventPart>(row.Text("part"), ignoreCase: true, out var part)) throw row.Bad("part", "is unknown");
        string[] words = row.Text("value").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var needed = source switch { FactSource.Sensor => 2, FactSource.Field or FactSource.Serial or FactSource.Constant => 1, _ => 0 };
        return words.Length >= needed
            ? new FactRule(row.Text("event"), part, row.Required("term"), source) { Words = words, IsFirst = row.Text("which") == "first", Reference = row.Required("reference") }
            : throw row.Bad("value", "is too short");
    }
}
