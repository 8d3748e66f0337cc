using System.IO.Compression;
using System.Security.Cryptography;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Importing;

/// <summary>Takes a file in: bounds it, unpacks gzip by its magic number, and hashes the content.</summary>
public static class ImportIntake
{
    // A gzip member (RFC 1952): its head, and the least with an empty block and the trailer.
    private const int HeadBytes = 10;
    private const int FewestBytes = 18;

    /// <summary>Reads a stream to its end, or stops at the limit.</summary>
    /// <param name="name">File name, for messages.</param>
    /// <param name="content">The bytes as they came, gzip or not.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="ProblemException">Too large, before or after unpacking; empty; or a damaged gzip.</exception>
    public static async Task<ImportSource> ReadAsync(string name, Stream content, CancellationToken cancellation)
    {
        var bytes = await ReadBoundedAsync(name, content, "", cancellation);
        if (IsGzip(bytes.Span))
        {
            bytes = await UnpackAsync(name, bytes, cancellation);
        }

        if (bytes.Length == 0)
        {
            throw new ProblemException(CommonProblems.MalformedInput, "The file is empty.", name);
        }

        return new ImportSource(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)));
    }

    /// <summary>Refuses a declared size over the limit before any byte is read.</summary>
    public static void CheckDeclaredSize(string name, long? size)
    {
        if (size > ImportLimits.MaxBytes)
        {
            throw TooLarge(name, $"{size:N0} bytes announced");
        }
    }

    private static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B;

    private static async Task<ReadOnlyMemory<byte>> UnpackAsync(string name, ReadOnlyMemory<byte> packed, CancellationToken cancellation)
    {
        try
        {
            await using var gzip = new GZipStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
            var bytes = await ReadBoundedAsync(name, gzip, " after unpacking gzip", cancellation);
            CheckTrailer(name, packed.Span, bytes.Length);
            return bytes;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException)
        {
            throw new ProblemException(new Problem(CommonProblems.MalformedInput, $"The gzip data is damaged: {damaged.Message}", name), damaged);
        }
    }

    // GZipStream ends quietly on a truncated file; the length in the trailer (RFC 1952, ISIZE) gives it away.
    private static void CheckTrailer(string name, ReadOnlySpan<byte> packed, int unpacked)
    {
        if (packed.Length < FewestBytes || (BitConverter.ToInt32(packed[^4..]) != unpacked && !HasSeveralMembers(packed, unpacked)))
        {
            throw new ProblemException(CommonProblems.MalformedInput, "The gzip data is truncated: its length does not match its trailer.", name);
        }
    }

    // Concatenated members state only the last one's length, which is then below the total.
    private static bool HasSeveralMembers(ReadOnlySpan<byte> packed, int unpacked)
    {
        var declared = BitConverter.ToInt32(packed[^4..]);
        return declared > 0 && declared < unpacked
            && packed[HeadBytes..].IndexOf(stackalloc byte[] { 0x1F, 0x8B, 0x08 }) >= 0;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBoundedAsync(string name, Stream content, string when, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        var piece = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(piece, cancellation)) > 0)
        {
            if (memory.Length + read > ImportLimits.MaxBytes)
            {
                throw TooLarge(name, $"more than {ImportLimits.MaxBytes:N0} bytes{when}");
            }

            memory.Write(piece, 0, read);
        }

        return memory.GetBuffer().AsMemory(0, (int)memory.Length);
    }

    private static ProblemException TooLarge(string name, string seen) => new(
        CommonProblems.LimitExceeded,
        $"The file is too large: {seen}; the limit (ImportLimits.MaxBytes) is {ImportLimits.MaxBytes:N0} bytes.",
        name,
        "Split the file, or import it in parts.");
}
