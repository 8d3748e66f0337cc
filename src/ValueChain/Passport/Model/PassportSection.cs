namespace Voltloop.Passport.Model;

/// <summary>A section of a passport.</summary>
/// <param name="Title">Group of the vocabulary.</param>
/// <param name="Entries">At least one value, in the order of the vocabulary.</param>
public sealed record PassportSection(string Title, IReadOnlyList<PassportEntry> Entries);
