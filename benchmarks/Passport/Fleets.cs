using Voltloop.Record.Sqlite;

namespace Voltloop.Bench.Passport;

/// <summary>A store with many passports, filled once for all that is measured on it, growing from one size to the next, and removed at the end.</summary>
internal sealed class Fleets : IDisposable
{
    private const int Step = 100_000;

    private readonly Folder _folder = new();
    private int _filled;

    /// <summary>Folder of the store with so many passports, closed.</summary>
    /// <param name="count">Passports; not less than before.</param>
    public async Task<string> DirectoryAsync(int count)
    {
        if (count < _filled) throw new InvalidOperationException($"The store has {_filled} passports already; comparisons come in growing order.");
        await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _folder.Path });
        for (; _filled < count; _filled = Math.Min(count, _filled + Step))
        {
            Console.Error.WriteLine($"  filling the store: {_filled:N0} of {count:N0} passports");
            await Fleet.FillAsync(record, _filled, Math.Min(count, _filled + Step));
        }

        return _folder.Path;
    }

    public void Dispose() => _folder.Dispose();
}
