using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;

namespace Voltloop.Passport.Model;

/// <summary>
/// One version of a passport as the document that its hash is taken over: identifier, model, and for every term its value,
/// unit and the moment it holds from. Who claimed a value and when the record took it are no part of the content, nor is
/// what the registry itself returned; so the same content gives the same hash in any store.
/// </summary>
internal static class PassportVersion
{
    /// <summary>Name of the form of the document; a change of the form is a new name.</summary>
    public const string Form = "voltloop-passport-version/1";

    private static readonly HashSet<string> OfTheRegistry = new(StringComparer.Ordinal) { "registrationIdentifier", "registrationSubmission", "registrationProof" };

    /// <summary>The document: members by name, without a fixed order, since the canonical form sorts them.</summary>
    public static JsonObject Document(PassportView view)
    {
        var values = new JsonObject();
        foreach (var entry in view.Entries.Where(entry => !OfTheRegistry.Contains(entry.Term.Id))) values[entry.Term.Id] = Value(entry);
        var document = new JsonObject { ["form"] = Form, ["passport"] = view.Thing.Id.Value, ["audience"] = view.Audience, ["values"] = values };
        if (view.Thing.Model is { } model) document["model"] = model.Value;
        return document;
    }

    /// <summary>SHA-256 over the canonical JSON (RFC 8785) of the document.</summary>
    public static VersionHash Hash(PassportView view) => VersionHash.Of(JsonSerializer.SerializeToElement(Document(view)));

    private static JsonObject Value(PassportEntry entry)
    {
        var statement = entry.Recorded.Statement;
        var value = new JsonObject { ["value"] = JsonNode.Parse(statement.Value.Json), ["validFrom"] = statement.ValidFrom.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", System.Globalization.CultureInfo.InvariantCulture) };
        if (statement.Unit is { } unit) value["unit"] = unit;
        return value;
    }
}
