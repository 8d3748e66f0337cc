using System.Text.Json.Nodes;
using Voltloop.Passport.ServeEn18222;

namespace Voltloop.Passport.ListChanges;

/// <summary>Changes as JSON. The names of the standard are not known; these are the words that describe it.</summary>
internal static class ChangeForm
{
    /// <summary>A page.</summary>
    public static JsonObject Of(ChangePage page)
    {
        var reply = new JsonObject { ["items"] = new JsonArray([.. page.Items.Select(Of)]) };
        if (page.Cursor is { } cursor) reply["cursor"] = cursor;
        return reply;
    }

    private static JsonObject Of(PassportChange change) => new()
    {
        ["changeId"] = change.ChangeId,
        ["timestamp"] = DppDocument.Moment(change.Timestamp),
        ["actor"] = change.Actor,
        ["subject"] = change.Subject,
        ["changedProperties"] = new JsonArray([.. change.ChangedProperties.Select(path => JsonValue.Create(path))]),
    };
}
