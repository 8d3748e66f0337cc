using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Operations;

/// <summary>Writes and takes back a copy of a store in one file.</summary>
internal static class BackupFile
{
    private const string Unfinished = ".part";

    /// <summary>Copies the store as it is at this moment. Writes go on meanwhile: the copy reads one snapshot.</summary>
    /// <param name="database">The store.</param>
    /// <param name="path">The copy; must not be there.</param>
    /// <param name="keys">Folder with the node's keys, to take them along; <c>null</c> to leave them out.</param>
    public static void Write(Database database, string path, string? keys = null)
    {
        RefuseExisting(path);
        var unfinished = path + Unfinished;
        File.Delete(unfinished);
        try
        {
            using (var query = database.Get("VACUUM INTO ?1").Bind(1, unfinished))
            {
                query.Step();
            }

            if (keys is not null)
            {
                NodeFiles.Add(unfinished, keys);
            }

            Sync(unfinished);
            File.Move(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Puts a copy where a store is opened, after checking it.</summary>
    public static void Restore(string path, string directory)
    {
        Check(path);
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
        {
            throw new ProblemException(RecordProblems.TargetNotEmpty, $"{directory} holds something already.", null, "Restore to a new folder.");
        }

        Directory.CreateDirectory(directory);
        var target = Path.Combine(directory, SqliteRecord.FileName);
        File.Copy(path, target + Unfinished);
        NodeFiles.TakeOut(target + Unfinished, directory);
        Sync(target + Unfinished);
        File.Move(target + Unfinished, target);
    }

    private static void RefuseExisting(string path)
    {
        if (File.Exists(path))
        {
            throw new ProblemException(RecordProblems.TargetNotEmpty, $"{path} is there already.", null, "Name a new file.");
        }
    }

    private static void Check(string path)
    {
        using var database = Database.OpenForReading(path);
        if (Schema.CheckReadable(database) == 0)
        {
            throw new ProblemException(RecordProblems.StoreCorrupt, $"{path} is empty.");
        }

        using var row = database.Get("PRAGMA integrity_check(1)");
        var verdict = row.Step() ? row.Text(0) : "no answer";
        if (verdict != "ok")
        {
            throw new ProblemException(RecordProblems.StoreCorrupt, $"{path}: {verdict}");
        }
    }

    private static void Sync(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}
