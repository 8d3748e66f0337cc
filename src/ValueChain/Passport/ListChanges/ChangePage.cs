namespace Voltloop.Passport.ListChanges;

/// <summary>Changes of a passport, newest first.</summary>
/// <param name="Items">Changes of this page.</param>
/// <param name="Cursor">Where the next page begins; <c>null</c> on the last one.</param>
public sealed record ChangePage(IReadOnlyList<PassportChange> Items, string? Cursor);
