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
}
