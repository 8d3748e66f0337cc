namespace Voltloop.Passport.Model;

/// <summary>A fact that an export does not carry, or carries incompletely.</summary>
/// <param name="Term">Term of the vocabulary.</param>
/// <param name="Label">The term for people.</param>
/// <param name="Code">no-element, other-shape, other-format, word-unknown or moment-dropped.</param>
/// <param name="Reason">What the format cannot say.</param>
public sealed record LostTerm(string Term, string Label, string Code, string Reason);
