namespace Voltloop.Record.Sqlite.Operations;

/// <summary>What the doctor found.</summary>
/// <param name="Path">The database.</param>
/// <param name="SchemaVersion">Schema of the store.</param>
/// <param name="SqliteVersion">Version of the SQLite library in use.</param>
/// <param name="FileBytes">Bytes of the database file.</param>
/// <param name="LogBytes">Bytes of the write-ahead log beside it.</param>
/// <param name="Counts">Rows per table, in the order of the names.</param>
/// <param name="AssertionsChecked">Assertions whose root was computed again from their statements.</param>
/// <param name="ChunksChecked">Chunks of samples that were decoded.</param>
/// <param name="DocumentsChecked">Documents whose SHA-256 was computed again.</param>
/// <param name="Faults">What is wrong, in words; empty when the store is sound. At most <see cref="MaxFaults"/>.</param>
public sealed record DoctorReport(
    string Path,
    int SchemaVersion,
    string SqliteVersion,
    long FileBytes,
    long LogBytes,
    IReadOnlyDictionary<string, long> Counts,
    long AssertionsChecked,
    long ChunksChecked,
    long DocumentsChecked,
    IReadOnlyList<string> Faults)
{
    /// <summary>Most faults that are listed.</summary>
    public const int MaxFaults = 100;

    /// <summary>True when nothing is wrong.</summary>
    public bool IsSound => Faults.Count == 0;
}
