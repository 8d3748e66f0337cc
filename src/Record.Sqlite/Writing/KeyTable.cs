using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>Public keys behind signatures: a backup then verifies by itself.</summary>
internal sealed class KeyTable(Database database)
{
    private (string Name, long Id)? _last;

    /// <summary>Row of a key.</summary>
    /// <param name="name">Absolute DID URL.</param>
    /// <param name="spki">The public key in SPKI form.</param>
    public long IdOf(string name, ReadOnlySpan<byte> spki)
    {
        if (_last is { } known && string.Equals(known.Name, name, StringComparison.Ordinal))
        {
            return known.Id;
        }

        database.Get("INSERT OR IGNORE INTO signing_key (name, public) VALUES (?1, ?2)").Bind(1, name).Bind(2, spki).Run();
        using var row = database.Get("SELECT id FROM signing_key WHERE name = ?1").Bind(1, name);
        row.Step();
        _last = (name, row.Integer(0));
        return _last.Value.Id;
    }

    public void Forget() => _last = null;
}
