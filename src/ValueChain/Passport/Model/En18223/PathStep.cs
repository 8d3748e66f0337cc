namespace Voltloop.Passport.Model.En18223;

/// <summary>One step of an element path: a member name, or the index of an item.</summary>
/// <param name="Name">Member name; <c>null</c> for an index.</param>
/// <param name="Index">Index from 0, or from the end when negative (-1 is the last).</param>
internal readonly record struct PathStep(string? Name, int Index);
