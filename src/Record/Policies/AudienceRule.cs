namespace Voltloop.Record.Policies;

/// <summary>Which points of Annex XIII an audience reads.</summary>
/// <param name="Name">Audience in kebab-case, for example <c>legitimate-interest</c>.</param>
/// <param name="Points">Points 1 to 4; 0 for terms outside Annex XIII. The sets of two audiences need not contain each other.</param>
/// <param name="Provision">Article behind it.</param>
/// <param name="Note">Remark for people.</param>
public sealed record AudienceRule(string Name, IReadOnlySet<int> Points, string Provision, string? Note);
