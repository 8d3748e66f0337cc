namespace Voltloop.Passport.Model;

/// <summary>A published form of passport data that Voltloop reads and writes.</summary>
/// <param name="Id">Name for <c>--format</c>, for example <c>batterypass-1.2:Labeling</c>.</param>
/// <param name="Title">Name for people.</param>
/// <param name="ExtensionTerm">Term that keeps what no other term covers.</param>
/// <param name="Signature">Top-level members of which at least one marks the dialect.</param>
/// <param name="Root">Mapping from members to terms.</param>
/// <param name="Checks">Rules for the content.</param>
internal sealed record Dialect(
    string Id, string Title, string ExtensionTerm, IReadOnlyList<string> Signature, MappingNode Root, IReadOnlyList<ContentCheck> Checks);
