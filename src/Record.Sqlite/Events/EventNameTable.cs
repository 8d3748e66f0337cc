using Voltloop.Record.Events;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Events;

/// <summary>Names in events, kept once, with all the fields they have stood in.</summary>
internal sealed class EventNameTable(Database database)
{
    private const int MaxRemembered = 300_000;

    private readonly Dictionary<string, (long Id, EventRoles Kinds)> _known = new(StringComparer.Ordinal);

    public long IdOf(string name, EventRoles roles)
    {
        if (!_known.TryGetValue(name, out var known)) known = Find(name) ?? Add(name, roles);
        else if ((known.Kinds & roles) == roles) return known.Id;
        if ((known.Kinds & roles) != roles) known = Widen(known, roles);
        if (_known.Count >= MaxRemembered) _known.Clear();
        _known[name] = known;
        return known.Id;
    }

    public void Forget() => _known.Clear();

    private (long, EventRoles)? Find(string name)
    {
        using var row = database.Get("SELECT id, kinds FROM event_name WHERE name = ?1").Bind(1, name);
        return row.Step() ? (row.Integer(0), (EventRoles)row.Integer(1)) : null;
    }

    private (long, EventRoles) Add(string name, EventRoles roles)
    {
        using var row = database.Get("INSERT INTO event_name (name, kinds) VALUES (?1, ?2) RETURNING id").Bind(1, name).Bind(2, (long)roles);
        row.Step();
        return (row.Integer(0), roles);
    }

    private (long, EventRoles) Widen((long Id, EventRoles Kinds) known, EventRoles roles)
    {
        var kinds = known.Kinds | roles;
        database.Get("UPDATE event_name SET kinds = ?2 WHERE id = ?1").Bind(1, known.Id).Bind(2, (long)kinds).Run();
        return (known.Id, kinds);
    }
}
