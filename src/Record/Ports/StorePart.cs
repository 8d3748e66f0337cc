namespace Voltloop.Record.Ports;

/// <summary>One part of a store.</summary>
/// <param name="Name">Kebab-case name, one of <see cref="StoreParts"/>.</param>
/// <param name="Rows">How many entries it has.</param>
/// <param name="Bytes">Bytes on disk with the indexes of the part, tightly packed.</param>
public sealed record StorePart(string Name, long Rows, long Bytes);
