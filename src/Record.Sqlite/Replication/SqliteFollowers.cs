using Voltloop.Record.Log;
using Voltloop.Record.Replication;
using Voltloop.Record.Sqlite.Access;

namespace Voltloop.Record.Sqlite.Replication;

/// <summary>Back-ups in a table of the store.</summary>
internal sealed class SqliteFollowers(AccessConnection connection) : IFollowers
{
    public IReadOnlyList<Follower> List() => connection.Use(database =>
    {
        using var row = database.Get("SELECT name, operator, assertions, confirmed_at FROM follower ORDER BY name");
        var followers = new List<Follower>();
        while (row.Step())
        {
            followers.Add(new Follower(row.Text(0), row.Text(1), row.Integer(2), RecordTime.FromMicroseconds(row.Integer(3))));
        }

        return followers;
    });

    public void Save(Follower follower) => connection.Change(database => database
        .Get("INSERT OR REPLACE INTO follower (name, operator, assertions, confirmed_at) VALUES (?1, ?2, ?3, ?4)")
        .Bind(1, follower.Name).Bind(2, follower.Operator).Bind(3, follower.Assertions).Bind(4, RecordTime.ToMicroseconds(follower.ConfirmedAt)).Run());

    public bool Forget(string name)
    {
        var isThere = List().Any(follower => string.Equals(follower.Name, name, StringComparison.Ordinal));
        connection.Change(database => database.Get("DELETE FROM follower WHERE name = ?1").Bind(1, name).Run());
        return isThere;
    }
}
