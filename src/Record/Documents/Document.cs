namespace Voltloop.Record.Documents;

/// <summary>A file kept in the record, addressed by its content.</summary>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="Name">File name as it came, for people.</param>
/// <param name="MediaType">Media type, for example <c>text/csv</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="RecordedAt">When the record took it (UTC).</param>
public sealed record Document(string Sha256, string Name, string MediaType, long Size, DateTimeOffset RecordedAt);
