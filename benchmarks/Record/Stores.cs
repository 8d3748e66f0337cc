using Voltloop.Record.Sqlite;

namespace Voltloop.Bench.Record;

/// <summary>Opens ours and the plain store, each in a fresh folder.</summary>
internal static class Stores
{
    public static async Task<double> Ours(Func<SqliteRecord, Task<double>> measure)
    {
        using var folder = new Folder();
        await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = folder.Path });
        return await measure(record);
    }

    public static async Task<double> Plain(Func<PlainStore, Task<double>> measure)
    {
        using var folder = new Folder();
        using var store = new PlainStore(folder.Path);
        return await measure(store);
    }
}
