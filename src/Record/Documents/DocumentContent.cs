namespace Voltloop.Record.Documents;

/// <summary>A file to keep.</summary>
/// <param name="Name">File name as it came.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Bytes">Content.</param>
public sealed record DocumentContent(string Name, string MediaType, ReadOnlyMemory<byte> Bytes);
