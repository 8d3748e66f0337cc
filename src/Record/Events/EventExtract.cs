namespace Voltloop.Record.Events;

/// <summary>What a projection has taken out of one event.</summary>
/// <param name="Number">Number of the event in the record.</param>
/// <param name="Body">Bytes that only the projection understands.</param>
public sealed record EventExtract(long Number, byte[] Body);
