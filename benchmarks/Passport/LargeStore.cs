using Voltloop.Record.Sqlite;

namespace Voltloop.Bench.Passport;

/// <summary>A store with many passports, filled once for all that is measured on it and removed at the end.</summary>
/// <param name="count">Passports.</param>
internal sealed class LargeStore(int count) : IDisposable
{
    private readonly Folder _folder = new();
    private bool _filled;

    public int Count { get; } = count;

    /// <summary>Folder of the filled store, closed.</summary>
    public async Task<string> DirectoryAsync()
    {
        if (!_filled)
        {
            await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.Path });
            await Fleet.FillAsync(record, Count);
            _filled = true;
        }

        return _folder.Path;
    }

    public void Dispose() => _folder.Dispose();
}
