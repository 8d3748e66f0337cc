namespace Voltloop.Record.Importing;

/// <summary>A file to import, already unpacked from gzip and within <see cref="ImportLimits.MaxBytes"/>.</summary>
/// <param name="Name">File name, for messages and for the document; never used to decide the format.</param>
/// <param name="Bytes">Content after unpacking.</param>
/// <param name="Sha256">SHA-256 of the content after unpacking, lower-case hex.</param>
public sealed record ImportSource(string Name, ReadOnlyMemory<byte> Bytes, string Sha256);
