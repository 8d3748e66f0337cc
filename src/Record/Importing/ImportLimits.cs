namespace Voltloop.Record.Importing;

/// <summary>Limits that every importer honours.</summary>
public static class ImportLimits
{
    /// <summary>Largest file, in bytes, compressed or not: 256 MiB.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    /// <summary>Deepest nesting of JSON.</summary>
    public const int MaxJsonDepth = 64;

    /// <summary>Most findings reported one by one; more of the same are counted.</summary>
    public const int MaxFindings = 200;
}
