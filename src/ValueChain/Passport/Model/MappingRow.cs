namespace Voltloop.Passport.Model;

/// <summary>One row of the mapping table: where a dialect keeps a term.</summary>
/// <param name="Path">Member names with <c>/</c> between; <c>name[key=value]</c> picks the element of a list.</param>
/// <param name="Term">Term of the vocabulary; empty for constants.</param>
/// <param name="Form">How the value is carried.</param>
internal sealed record MappingRow(string Path, string Term, MappingForm Form)
{
    /// <summary>Stands for the name of the language member in formats that write the language itself as name.</summary>
    public const string LanguageAsName = "";

    /// <summary>Factor from the dialect's unit to the term's unit; 1 when they are the same.</summary>
    public decimal Factor { get; init; } = 1;

    /// <summary>Names of the members for the value and its companion (time, unit or language), for forms that have them.</summary>
    public (string Value, string Companion) Members { get; init; } = ("value", "unit");

    /// <summary>Members with fixed texts that stand beside the number of a quantity.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fixed { get; init; } = [];

    /// <summary>Words of the dialect with what they stand for: values of a list, or units with their factors.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Words { get; init; } = [];

    /// <summary>Members that a structure has in the dialect; <c>null</c> when any will do.</summary>
    public ValueShape? Shape { get; init; }

    /// <summary>Fixed text of a constant.</summary>
    public string Constant { get; init; } = "";

    /// <summary>What the reader has to know about the element; reported as a warning.</summary>
    public string? Note { get; init; }
}
