using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>Texts that repeat, kept once and referred to by number.</summary>
internal sealed class NameTable(Database database, string table)
{
    private const int MaxRemembered = 100_000;

    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly string _find = $"SELECT id FROM {table} WHERE name = ?1";
    private readonly string _add = $"INSERT INTO {table} (name) VALUES (?1) RETURNING id";

    public long IdOf(string name)
    {
        if (_ids.TryGetValue(name, out var id))
        {
            return id;
        }

        id = Find(_find, name) ?? Find(_add, name)!.Value;
        if (_ids.Count >= MaxRemembered)
        {
            _ids.Clear();
        }

        _ids.Add(name, id);
        return id;
    }

    public void Forget() => _ids.Clear();

    private long? Find(string sql, string name)
    {
        using var query = database.Get(sql).Bind(1, name);
        return query.Step() ? query.Integer(0) : null;
    }
}
