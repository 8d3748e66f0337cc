namespace Voltloop.Kernels.Lineage;

/// <summary>Which part of which record a base was built of.</summary>
/// <param name="Event">Number of the newest event in it.</param>
/// <param name="Entries">Entries of the log up to that event.</param>
/// <param name="Root">Root of the log's tree over these entries, 32 bytes: no other record has it.</param>
public sealed record LineageMark(long Event, long Entries, byte[] Root);
