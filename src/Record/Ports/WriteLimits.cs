namespace Voltloop.Record.Ports;

/// <summary>Limits of one batch, the same for every adapter.</summary>
public static class WriteLimits
{
    /// <summary>Most things in a batch.</summary>
    public const int MaxThings = 100_000;

    /// <summary>Most further identifiers of a thing.</summary>
    public const int MaxAliases = 64;

    /// <summary>Longest label, title or further identifier, in characters.</summary>
    public const int MaxLabelLength = 200;

    /// <summary>Most statements in a batch, over all assertions.</summary>
    public const int MaxStatements = 100_000;

    /// <summary>Longest value of a statement, in bytes of UTF-8 JSON: 1 MiB.</summary>
    public const int MaxValueBytes = 1024 * 1024;

    /// <summary>Deepest nesting of a value.</summary>
    public const int MaxValueDepth = 64;

    /// <summary>Longest term, unit, channel name or media type, in characters.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Longest issuer, series identifier or text of evidence, in characters.</summary>
    public const int MaxTextLength = 4096;

    /// <summary>Most inputs of one piece of evidence.</summary>
    public const int MaxInputs = 1000;

    /// <summary>Most channels of a series.</summary>
    public const int MaxChannels = 256;

    /// <summary>Most samples in a batch, over all series and channels: 512 MiB of doubles.</summary>
    public const long MaxSamples = 64L * 1024 * 1024;

    /// <summary>Largest document, in bytes: 1 GiB.</summary>
    public const long MaxDocumentBytes = 1024L * 1024 * 1024;
}
