using System.Text.Json.Nodes;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>A page of identifiers of passports.</summary>
/// <param name="Ids">Identifiers.</param>
/// <param name="Cursor">Where the next page begins; <c>null</c> on the last one.</param>
internal sealed record DppSearchPage(IReadOnlyList<string> Ids, string? Cursor)
{
    /// <summary>The page in the shape of a profile, before its envelope.</summary>
    public JsonNode Reply(En18222Profile profile) => profile.SearchReply switch
    {
        "dppIdentifiers" => With("dppIdentifiers", "nextCursor"),
        "payload" => With("items", "nextCursor"),
        "pagination" => new JsonObject { ["items"] = List(), ["pagination"] = new JsonObject { ["cursor"] = Cursor } },
        _ => With("items", "cursor"),
    };

    private JsonObject With(string items, string cursor)
    {
        var reply = new JsonObject { [items] = List() };
        if (Cursor is not null) reply[cursor] = Cursor;
        return reply;
    }

    private JsonArray List() => new([.. Ids.Select(id => JsonValue.Create(id))]);
}
