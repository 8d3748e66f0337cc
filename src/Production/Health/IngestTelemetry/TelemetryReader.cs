using System.IO.Compression;
using Voltloop.Core.Problems;
using Voltloop.Health.Model.Telemetry;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>Reads messages of telemetry; the first character says in which form they are.</summary>
internal static class TelemetryReader
{
    /// <summary>Reads messages.</summary>
    /// <param name="body">JSON or the short form, in UTF-8.</param>
    /// <param name="now">Clock.</param>
    /// <exception cref="ProblemException">The whole cannot be read, or is over a limit. What is wrong with one message is its own refusal.</exception>
    public static IReadOnlyList<TelemetryEnvelope> Read(ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var text = body.StartsWith("\uFEFF"u8) ? body[3..] : body;
        text = text.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty) throw new ProblemException(CommonProblems.MalformedInput, "The body is empty.");
        var seconds = now.ToUnixTimeMilliseconds() / 1000.0;
        return text[0] is (byte)'{' or (byte)'[' ? TelemetryJson.Read(text, seconds) : TelemetryCsv.Read(text, seconds);
    }

    /// <summary>Reads a body to its end, gzip or not, within the limit.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.LimitExceeded"/>.</exception>
    public static async Task<byte[]> ReadBodyAsync(Stream body, CancellationToken cancellation)
    {
        var bytes = await BoundedAsync(body, cancellation);
        if (bytes is not [0x1F, 0x8B, ..]) return bytes;
        try
        {
            await using var gzip = new GZipStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
            return await BoundedAsync(gzip, cancellation);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException)
        {
            throw new ProblemException(new Problem(CommonProblems.MalformedInput, $"The gzip data is damaged: {damaged.Message}", null, "Send the message again."), damaged);
        }
    }

    /// <summary>A limit is exceeded, by name.</summary>
    public static ProblemException TooMany(string what, string limit, long most) =>
        new(CommonProblems.LimitExceeded, $"There are more than {most} {what} ({limit}).", null, "Send them in several parts.");

    private static async Task<byte[]> BoundedAsync(Stream source, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellation)) > 0)
        {
            if (kept.Length + read > TelemetryLimits.MaxBodyBytes) throw TooMany("bytes in a body", nameof(TelemetryLimits.MaxBodyBytes), TelemetryLimits.MaxBodyBytes);
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
