using Voltloop.Core.Identities;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>Row numbers of what is known by a text.</summary>
internal static class Lookup
{
    public static long? Thing(Database database, ThingId id) => Id(database.Get("SELECT id FROM thing WHERE uri = ?1"), id.Value);

    public static long? Term(Database database, string name) => Id(database.Get("SELECT id FROM term WHERE name = ?1"), name);

    private static long? Id(Query query, string text)
    {
        using (query.Bind(1, text))
        {
            return query.Step() ? query.Integer(0) : null;
        }
    }
}
