using Voltloop.Record.Ports;

namespace Voltloop.Record.Sqlite.Operations;

/// <summary>The tables of the store, and to which part each counts. The first table of a part counts its rows.</summary>
internal static class MeterTables
{
    // Newest first, as the primary key has them: the first row of a term is what holds, or will hold.
    private const string Ranked = "FROM (SELECT statement.*, row_number() OVER (PARTITION BY thing_id, term_id ORDER BY valid_from DESC, seq DESC, ordinal DESC) AS place "
        + "FROM pick JOIN store.statement ON statement.thing_id = pick.picked) WHERE place";

    public static IReadOnlyList<MeterTable> All { get; } =
    [
        new(StoreParts.Facts, "statement") { Key = "thing", Select = $"SELECT * {Ranked} = 1" },
        new(StoreParts.Facts, "term_thing") { Key = "thing", Select = "SELECT DISTINCT term_id, thing_id FROM pick JOIN store.statement ON statement.thing_id = pick.picked" },
        new(StoreParts.History, "statement") { Key = "thing", Select = $"SELECT * {Ranked} > 1" },
        Numbered(StoreParts.Things, "thing"),
        new(StoreParts.Things, "alias") { Key = "thing", Select = "SELECT * FROM pick JOIN store.alias ON alias.thing_id = pick.picked" },
        Numbered(StoreParts.Assertions, "assertion"),
        Numbered(StoreParts.Evidence, "evidence"),
        new(StoreParts.Evidence, "issuer"),
        new(StoreParts.Evidence, "term"),
        new(StoreParts.Evidence, "unit"),
        Numbered(StoreParts.Log, "tile"),
        new(StoreParts.Log, "checkpoint"),
        new(StoreParts.Log, "signing_key"),
        Numbered(StoreParts.Series, "series") with { Content = "SELECT coalesce(sum(stored_bytes), 0) FROM store.series" },
        new(StoreParts.Series, "channel"),
        Numbered(StoreParts.Telemetry, "telemetry_receipt"),
        new(StoreParts.Telemetry, "telemetry_source"),
        new(StoreParts.Telemetry, "telemetry_track") { Key = "thing", Select = "SELECT * FROM pick JOIN store.telemetry_track ON telemetry_track.thing_id = pick.picked" },
        new(StoreParts.Telemetry, "telemetry_mark") { Key = "thing", Select = "SELECT * FROM pick JOIN store.telemetry_mark ON telemetry_mark.thing_id = pick.picked" },
        Numbered(StoreParts.Events, "event"),
        Numbered(StoreParts.Events, "event_context"),
        Numbered(StoreParts.Events, "event_name"),
        new(StoreParts.Events, "event_posting"),
        new(StoreParts.Events, "event_capture"),
        new(StoreParts.Events, "event_extract"),
        new(StoreParts.Events, "chain_answer"),
        new(StoreParts.Events, "chain_question"),
        Numbered(StoreParts.Documents, "document") with { Content = "SELECT coalesce(sum(size), 0) FROM store.document" },
        new(StoreParts.Documents, "document_reference"),
        Numbered(StoreParts.Access, "access_log"),
        new(StoreParts.Access, "account"),
        new(StoreParts.Access, "api_key"),
        new(StoreParts.Access, "session"),
        new(StoreParts.Access, "passkey"),
    ];

    /// <summary>Tables that count to the rest: contents whose bytes are known, the search index, and the house-keeping of the node.</summary>
    public static IReadOnlyList<string> LeftOut { get; } =
    [
        "chunk", "document_part", "thing_text", "clock", "revision", "preservation", "follower", "capture_job", "event_projection", "event_query", "event_subscription", "sqlite_sequence",
    ];

    /// <summary>Column with the row number of a table.</summary>
    public static string KeyOf(string table) => table switch
    {
        "assertion" => "seq",
        "access_log" or "event" => "number",
        _ => "id",
    };

    private static MeterTable Numbered(string part, string table) =>
        new(part, table) { Key = table, Select = $"SELECT * FROM pick JOIN store.{table} ON {table}.{KeyOf(table)} = pick.picked" };
}
