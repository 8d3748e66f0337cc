using Voltloop.Passport.Model.Aas;

namespace Voltloop.Passport.Model;

/// <summary>A published form of passport data that Voltloop reads and writes.</summary>
/// <param name="Id">Name for <c>--format</c>, for example <c>batterypass-1.2:Labeling</c>.</param>
/// <param name="Title">Name for people.</param>
/// <param name="ExtensionTerm">Term that keeps what no other term covers.</param>
/// <param name="Marks">Elements that mark the dialect; the one with most of them is meant.</param>
/// <param name="Root">Mapping from members to terms.</param>
/// <param name="Checks">Rules for the content.</param>
internal sealed record Dialect(
    string Id, string Title, string ExtensionTerm, IReadOnlyList<DialectMark> Marks, MappingNode Root, IReadOnlyList<ContentCheck> Checks)
{
    /// <summary>Rows by the term that they carry.</summary>
    public required IReadOnlyDictionary<string, MappingRow> Rows { get; init; }

    /// <summary>
    /// Elements that mark a submodel of the Asset Administration Shell, the meaning of the submodel first; empty for plain
    /// JSON. The mapping of such a dialect is over the value-only form.
    /// </summary>
    public IReadOnlyList<DialectMark> SubmodelMarks { get; init; } = [];

    /// <summary>Elements of the submodel template by path.</summary>
    public IReadOnlyDictionary<string, AasElement> Template { get; init; } = new Dictionary<string, AasElement>(StringComparer.Ordinal);

    /// <summary>True when the payload is the element tree of EN 18223; the mapping is then over header and values by element id.</summary>
    public bool IsElementTree { get; init; }

    /// <summary>Term whose value names the battery that a payload is about.</summary>
    public string SubjectTerm { get; init; } = PassportIdentifier;

    /// <summary>The term of most formats: identifier of passport and battery are one.</summary>
    public const string PassportIdentifier = "batteryPassportIdentifier";
}
