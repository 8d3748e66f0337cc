using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Operations;

/// <summary>The node's identity and private keys in a backup file: put in only when asked, and taken out of the store that is made of it.</summary>
internal static class NodeFiles
{
    private const string Table = "node_file";
    private const string PrivateKeys = "*.p8";

    /// <summary>Adds identity and keys to a copy, which only its owner may read from then on.</summary>
    public static void Add(string copy, string folder)
    {
        OwnerOnly(copy);
        using var database = Database.OpenForWriting(copy);
        database.Execute($"CREATE TABLE {Table} (name TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL) STRICT");
        foreach (var file in Directory.EnumerateFiles(folder, PrivateKeys).Append(Path.Combine(folder, NodeKeys.FileName)))
        {
            database.Get($"INSERT INTO {Table} (name, bytes) VALUES (?1, ?2)").Bind(1, Path.GetFileName(file)).Bind(2, File.ReadAllBytes(file).AsSpan()).Run();
        }
    }

    /// <summary>Writes identity and keys beside the store, and wipes them out of it.</summary>
    public static void TakeOut(string store, string directory)
    {
        using var database = Database.OpenForWriting(store);
        if (database.Integer($"SELECT count(*) FROM sqlite_master WHERE name = '{Table}'") == 0)
        {
            return;
        }

        var folder = Directory.CreateDirectory(Path.Combine(directory, NodeKeys.FolderName)).FullName;
        using (var row = database.Get($"SELECT name, bytes FROM {Table}"))
        {
            while (row.Step())
            {
                Write(Path.Combine(folder, Path.GetFileName(row.Text(0))), row.Blob(1).ToArray());
            }
        }

        database.Execute($"PRAGMA secure_delete = ON; DROP TABLE {Table};");
    }

    private static void Write(string path, byte[] bytes)
    {
        File.WriteAllBytes(path, []);
        OwnerOnly(path);
        File.WriteAllBytes(path, bytes);
    }

    private static void OwnerOnly(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
