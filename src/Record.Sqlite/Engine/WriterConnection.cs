using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Sqlite.Engine;

/// <summary>Opens the one connection that writes.</summary>
internal static class WriterConnection
{
    private const int PageBytes = 4096;
    private const int CheckpointPages = 8192;

    // Row numbers come from the tables' own writers in the same transaction; five look-ups per statement would only repeat
    // that. The declarations stay, so that the doctor can check the whole file.
    public static Database Open(string path, SqliteRecordOptions options)
    {
        var database = Database.OpenForWriting(path, options.Vfs);
        try
        {
            Schema.CheckReadable(database);
            CheckWhole(database);
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"""
                PRAGMA page_size = {PageBytes};
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA foreign_keys = OFF;
                PRAGMA cache_size = -65536;
                PRAGMA temp_store = MEMORY;
                PRAGMA wal_autocheckpoint = {CheckpointPages};
                PRAGMA journal_size_limit = 67108864;
                """));
            Schema.Migrate(database);
            if (options.MaxPages > 0)
            {
                database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {options.MaxPages}"));
            }

            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    // SQLite notices a cut-off file only when it reads past the end; better now than in a year.
    private static void CheckWhole(Database database)
    {
        var wal = new FileInfo(database.Path + "-wal");
        var expected = database.Integer("PRAGMA page_count") * database.Integer("PRAGMA page_size");
        var found = new FileInfo(database.Path).Length;
        if (found < expected && (!wal.Exists || wal.Length == 0))
        {
            var detail = $"{database.Path} has {found} bytes, its header says {expected}.";
            throw new ProblemException(RecordProblems.StoreCorrupt, detail, null, "Restore a backup.");
        }
    }
}
