using System.Text.Json.Nodes;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>A page of identifiers of passports.</summary>
/// <param name="Ids">Identifiers.</param>
/// <param name="Cursor">Where the next page begins; <c>null</c> on the last one.</param>
internal sealed record DppSearchPage(IReadOnlyList<string> Ids, string? Cursor)
{
    /// <summary>The page in the shape of a profile, envelope included.</summary>
    public JsonObject Reply(En18222Profile profile) => profile.SearchReply switch
    {
        "dppIdentifiers" => With(new JsonObject { ["dppIdentifiers"] = List() }, "nextCursor"),
        "payload" => With(DppResult.Wrap(List(), profile, 200)!.AsObject(), "nextCursor"),
        "pagination" => Paginated(DppResult.Wrap(List(), profile, 200)!.AsObject()),
        _ => With(new JsonObject { ["items"] = List() }, "cursor"),
    };

    private JsonObject With(JsonObject reply, string cursor)
    {
        if (Cursor is not null) reply[cursor] = Cursor;
        return reply;
    }

    private JsonObject Paginated(JsonObject reply)
    {
        reply["pagination"] = new JsonObject { ["cursor"] = Cursor };
        return reply;
    }

    private JsonArray List() => new([.. Ids.Select(id => JsonValue.Create(id))]);
}
