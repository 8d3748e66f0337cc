namespace Voltloop.Health.ReadTables;

/// <summary>Limits of a table of text.</summary>
internal static class TableLimits
{
    /// <summary>Longest line, in bytes.</summary>
    public const int MaxLineBytes = 1024 * 1024;

    /// <summary>Most columns.</summary>
    public const int MaxColumns = 256;

    /// <summary>Most lines of the kind <c># key: value</c> in front of the header.</summary>
    public const int MaxPreambleLines = 200;

    /// <summary>Most different texts in a column that names things.</summary>
    public const int MaxDistinctTexts = 100_000;

    /// <summary>Bytes looked at to recognise a format.</summary>
    public const int RecognitionBytes = 64 * 1024;
}
