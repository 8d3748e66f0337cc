using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Record.Log;
using Voltloop.Record.Policies;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Access;

/// <summary>Accounts, keys and sessions in tables of the store.</summary>
internal sealed class SqliteAccountStore(AccessConnection connection) : IAccountStore
{
    internal const string AccountColumns = "name, operator, audiences, roles, password_hash, created_at, disabled, failures, locked_until";
    internal const string KeyColumns = "id, hash, label, operator, account, audiences, roles, created_at, expires_at, revoked_at";

    public bool HasAccounts => connection.Use(database => database.Integer("SELECT EXISTS (SELECT 1 FROM account)") == 1);

    public Account? FindAccount(string name) => connection.Use(database => Find(database, name));

    public IReadOnlyList<Account> ListAccounts() => All($"SELECT {AccountColumns} FROM account ORDER BY name", ReadAccount);

    public void Save(Account account) => connection.Change(database => Keep(database, account));

    public Account Change(string name, Func<Account?, Account> change)
    {
        Account changed = null!;
        connection.Change(database => Keep(database, changed = change(Find(database, name))));
        return changed;
    }

    public ApiKey? FindKey(string hash) => connection.Use(database =>
    {
        using var row = database.Get($"SELECT {KeyColumns} FROM api_key WHERE hash = ?1").Bind(1, hash);
        return row.Step() ? ReadKey(row) : null;
    });

    public IReadOnlyList<ApiKey> ListKeys() => All($"SELECT {KeyColumns} FROM api_key ORDER BY created_at DESC, id", ReadKey);

    public void Save(ApiKey key) => connection.Change(database =>
    {
        var row = database.Get($"INSERT OR REPLACE INTO api_key ({KeyColumns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
        row.Bind(1, key.Id).Bind(2, key.Hash).Bind(3, key.Label).Bind(4, key.Operator.Value).Bind(5, key.Account).Bind(6, Join(key.Audiences)).Bind(7, (long)key.Roles);
        row.Bind(8, RecordTime.ToMicroseconds(key.CreatedAt)).Bind(9, RecordTime.ToMicroseconds(key.ExpiresAt));
        BindMoment(row, 10, key.RevokedAt).Run();
    });

    public SignInSession? FindSession(string hash) => connection.Use(database =>
    {
        using var row = database.Get("SELECT hash, account, expires_at, passkey, claims FROM session WHERE hash = ?1").Bind(1, hash);
        return row.Step() ? ReadSession(row) : null;
    });

    public void Save(SignInSession session, DateTimeOffset now) => connection.Change(database =>
    {
        database.Get("DELETE FROM session WHERE expires_at <= ?1").Bind(1, RecordTime.ToMicroseconds(now)).Run();
        // A passkey that was revoked while it signed in begins no session.
        database.Get("INSERT INTO session (hash, account, expires_at, passkey, claims) SELECT ?1, ?2, ?3, ?4, ?5 WHERE ?4 IS NULL OR EXISTS (SELECT 1 FROM passkey WHERE id = ?4)")
            .Bind(1, session.Hash).Bind(2, session.Account).Bind(3, RecordTime.ToMicroseconds(session.ExpiresAt))
            .Bind(4, session.Passkey).Bind(5, session.Claims is { } claims ? JsonSerializer.Serialize(claims) : null).Run();
    });

    public void EndSessions(string? hash, string? account) => connection.Change(database =>
        database.Get("DELETE FROM session WHERE hash = ?1 OR account = ?2 OR (?1 IS NULL AND ?2 IS NULL)").Bind(1, hash).Bind(2, account).Run());

    private static Account? Find(Database database, string name)
    {
        using var row = database.Get($"SELECT {AccountColumns} FROM account WHERE name = ?1").Bind(1, name);
        return row.Step() ? ReadAccount(row) : null;
    }

    private static void Keep(Database database, Account account)
    {
        var row = database.Get($"INSERT OR REPLACE INTO account ({AccountColumns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        row.Bind(1, account.Name).Bind(2, account.Operator.Value).Bind(3, Join(account.Audiences)).Bind(4, (long)account.Roles).Bind(5, account.PasswordHash);
        row.Bind(6, RecordTime.ToMicroseconds(account.CreatedAt)).Bind(7, account.Disabled ? 1 : 0).Bind(8, account.Failures);
        BindMoment(row, 9, account.LockedUntil).Run();
    }

    private IReadOnlyList<T> All<T>(string sql, Func<Query, T> read) => connection.Use(database =>
    {
        using var row = database.Get(sql);
        var all = new List<T>();
        while (row.Step())
        {
            all.Add(read(row));
        }

        return all;
    });

    internal static Account ReadAccount(Query row) => new(row.Text(0), ThingId.Parse(row.Text(1)), Split(row.Text(2)), (ActorRoles)row.Integer(3), row.Text(4))
    {
        CreatedAt = RecordTime.FromMicroseconds(row.Integer(5)),
        Disabled = row.Integer(6) != 0,
        Failures = (int)row.Integer(7),
        LockedUntil = Moment(row, 8),
    };

    private static SignInSession ReadSession(Query row) => new(row.Text(0), row.Text(1), RecordTime.FromMicroseconds(row.Integer(2)))
    {
        Passkey = row.TextOrNull(3),
        Claims = row.TextOrNull(4) is { } claims ? JsonSerializer.Deserialize<IssuerClaims>(claims) : null,
    };

    internal static ApiKey ReadKey(Query row) => new(row.Text(0), row.Text(1), row.Text(2), ThingId.Parse(row.Text(3)))
    {
        Account = row.TextOrNull(4),
        Audiences = Split(row.Text(5)),
        Roles = (ActorRoles)row.Integer(6),
        CreatedAt = RecordTime.FromMicroseconds(row.Integer(7)),
        ExpiresAt = RecordTime.FromMicroseconds(row.Integer(8)),
        RevokedAt = Moment(row, 9),
    };

    private static string Join(IEnumerable<string> audiences) => string.Join(' ', audiences.Order(StringComparer.Ordinal));

    private static HashSet<string> Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    private static DateTimeOffset? Moment(Query row, int column) => row.IsNull(column) ? null : RecordTime.FromMicroseconds(row.Integer(column));

    private static Query BindMoment(Query row, int index, DateTimeOffset? moment) =>
        moment is { } at ? row.Bind(index, RecordTime.ToMicroseconds(at)) : row.BindNull(index);
}
