namespace Voltloop.Record.Sqlite;

/// <summary>Where a record lives and how it is opened.</summary>
public sealed record SqliteRecordOptions
{
    /// <summary>Folder of the store; created when it is missing and the record is opened for writing.</summary>
    public required string Directory { get; init; }

    /// <summary>Opens for reading only, which works beside another process that writes.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Clock behind <c>RecordedAt</c>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Most pages the file may have, to try a full disk; 0 for no limit.</summary>
    internal long MaxPages { get; init; }

    /// <summary>File layer of SQLite to write through, to count; <c>null</c> for the default.</summary>
    internal string? Vfs { get; init; }
}
