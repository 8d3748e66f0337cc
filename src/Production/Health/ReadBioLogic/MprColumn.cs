namespace Voltloop.Health.ReadBioLogic;

/// <summary>A column of a binary BioLogic file, by the number that the file gives it.</summary>
/// <param name="Name">Name as the program exports it.</param>
/// <param name="Kind">Type of its values.</param>
internal sealed record MprColumn(string Name, MprKind Kind);
