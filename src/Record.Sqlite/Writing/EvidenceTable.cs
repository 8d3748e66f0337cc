using System.Text.Json;
using Voltloop.Core.Provenance;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>Evidence, kept once per content.</summary>
internal sealed class EvidenceTable(Database database)
{
    private const int MaxRemembered = 100_000;

    private readonly Dictionary<Hash, long> _ids = [];

    public long IdOf(Evidence evidence, Hash hash)
    {
        if (_ids.TryGetValue(hash, out var id))
        {
            return id;
        }

        var bytes = hash.ToBytes();
        id = Find(bytes) ?? Add(evidence, bytes);
        if (_ids.Count >= MaxRemembered)
        {
            _ids.Clear();
        }

        _ids.Add(hash, id);
        return id;
    }

    public void Forget() => _ids.Clear();

    private long? Find(byte[] hash)
    {
        using var query = database.Get("SELECT id FROM evidence WHERE hash = ?1").Bind(1, hash.AsSpan());
        return query.Step() ? query.Integer(0) : null;
    }

    private long Add(Evidence evidence, byte[] hash)
    {
        using var query = database.Get("INSERT INTO evidence (hash, method, reference, validity, inputs) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id");
        query.Bind(1, hash.AsSpan()).Bind(2, evidence.Method).Bind(3, evidence.Reference).Bind(4, evidence.Validity);
        query.Bind(5, evidence.Inputs is null ? null : JsonSerializer.Serialize(evidence.Inputs));
        query.Step();
        return query.Integer(0);
    }
}
