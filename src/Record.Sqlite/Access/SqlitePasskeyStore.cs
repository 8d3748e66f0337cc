using Voltloop.Record.Log;
using Voltloop.Record.Policies;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Access;

/// <summary>Passkeys in a table of the store.</summary>
internal sealed class SqlitePasskeyStore(AccessConnection connection) : IPasskeyStore
{
    private const string Columns = "id, account, user_handle, public_key, label, sign_count, transports, backup, created_at, used_at";

    public Passkey? FindPasskey(string id) => connection.Use(database =>
    {
        using var row = database.Get($"SELECT {Columns} FROM passkey WHERE id = ?1").Bind(1, id);
        return row.Step() ? ReadPasskey(row) : null;
    });

    public IReadOnlyList<Passkey> ListPasskeys(string account) => connection.Use(database =>
    {
        using var row = database.Get($"SELECT {Columns} FROM passkey WHERE account = ?1 ORDER BY created_at, id").Bind(1, account);
        var all = new List<Passkey>();
        while (row.Step())
        {
            all.Add(ReadPasskey(row));
        }

        return (IReadOnlyList<Passkey>)all;
    });

    public string? FindAccountByHandle(string userHandle) => connection.Use(database =>
    {
        using var row = database.Get("SELECT account FROM passkey WHERE user_handle = ?1 LIMIT 1").Bind(1, userHandle);
        return row.Step() ? row.Text(0) : null;
    });

    public bool Add(Passkey passkey) => Changed(database =>
    {
        var row = database.Get($"INSERT OR IGNORE INTO passkey ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
        row.Bind(1, passkey.Id).Bind(2, passkey.Account).Bind(3, passkey.UserHandle).Bind(4, passkey.PublicKey.Span).Bind(5, passkey.Label).Bind(6, passkey.SignCount);
        row.Bind(7, string.Join(' ', passkey.Transports)).Bind(8, (long)passkey.Backup).Bind(9, RecordTime.ToMicroseconds(passkey.CreatedAt));
        BindMoment(row, 10, passkey.UsedAt).Run();
    });

    public bool Use(Passkey passkey, uint counterBefore) => Changed(database => BindMoment(
        database.Get("UPDATE passkey SET sign_count = ?3, backup = ?4, used_at = ?5 WHERE id = ?1 AND sign_count = ?2")
            .Bind(1, passkey.Id).Bind(2, counterBefore).Bind(3, passkey.SignCount).Bind(4, (long)passkey.Backup), 5, passkey.UsedAt).Run());

    public void Remove(string id) => connection.Change(database =>
    {
        database.Get("DELETE FROM passkey WHERE id = ?1").Bind(1, id).Run();
        database.Get("DELETE FROM session WHERE passkey = ?1").Bind(1, id).Run();
    });

    private bool Changed(Action<Database> change)
    {
        var isChanged = false;
        connection.Change(database =>
        {
            change(database);
            isChanged = database.Integer("SELECT changes()") > 0;
        });
        return isChanged;
    }

    private static Passkey ReadPasskey(Query row) => new(row.Text(0), row.Text(1), row.Text(2), row.Blob(3).ToArray())
    {
        Label = row.Text(4),
        SignCount = (uint)row.Integer(5),
        Transports = row.Text(6).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Backup = (PasskeyBackup)row.Integer(7),
        CreatedAt = RecordTime.FromMicroseconds(row.Integer(8)),
        UsedAt = row.IsNull(9) ? null : RecordTime.FromMicroseconds(row.Integer(9)),
    };

    private static Query BindMoment(Query row, int index, DateTimeOffset? moment) =>
        moment is { } at ? row.Bind(index, RecordTime.ToMicroseconds(at)) : row.BindNull(index);
}
