using System.Text.Json;
using System.Text.RegularExpressions;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>Rules for single properties (W3C Verifiable Credentials Data Model 2.0, sections 4.4 to 4.12 and 11.1).</summary>
internal sealed partial class PropertyRules(ContextTerms terms, ModelFindings findings)
{
    private static readonly string[] LanguageMembers = ["@value", "@language", "@direction"];

    /// <summary>An absolute URL: a scheme, a colon, and no blanks. What the scheme makes of the rest is not judged.</summary>
    public static bool IsUrl(string text) => AbsoluteUrl().IsMatch(text);

    public void Id(JsonElement value, string place, bool required = false)
    {
        var id = JsonRead.Member(value, "id");
        findings.Expect(!required || id is not null, place, "An id is required.");
        findings.Expect(id is null || IsUrl(id.Value), $"{place}/id", "The id must be one URL.");
    }

    public void Type(JsonElement value, string place, string? required = null)
    {
        JsonElement[] types = [.. JsonRead.OneOrMany(value, "type")];
        var texts = types.Where(type => type.ValueKind == JsonValueKind.String).Select(type => type.GetString()!).ToList();
        findings.Expect(types.Length > 0, place, "A type is required.");
        findings.Expect(texts.Count == types.Length, $"{place}/type", "A type must be a text.");
        findings.Expect(required is null || texts.Contains(required, StringComparer.Ordinal), $"{place}/type", $"One type must be {required}.");
        foreach (var type in texts.Where(type => !terms.IsKnownType(type)))
        {
            findings.Expect(holds: false, $"{place}/type", $"The type \"{type}\" is no URL and no context maps it to one.");
        }
    }

    /// <summary>Objects that must have a type, such as status, evidence and proof.</summary>
    public void Typed(JsonElement document, string name, bool idRequired = false)
    {
        foreach (var item in JsonRead.OneOrMany(document, name))
        {
            var place = $"/{name}";
            if (findings.Expect(item.ValueKind == JsonValueKind.Object, place, $"{name} must be an object."))
            {
                Type(item, place);
                Id(item, place, idRequired);
            }
        }
    }

    /// <summary>A URL, or an object with an id that is one.</summary>
    public void Party(JsonElement document, string name)
    {
        if (JsonRead.Member(document, name) is { } party)
        {
            var id = party.ValueKind == JsonValueKind.Object ? JsonRead.Member(party, "id") : party;
            findings.Expect(id is { } url && IsUrl(url), $"/{name}", $"{name} must be a URL or an object with an id that is one.");
            Language(party, $"/{name}");
        }
    }

    public void Language(JsonElement value, string place)
    {
        foreach (var name in (string[])["name", "description"])
        {
            var isSound = JsonRead.OneOrMany(value, name).All(IsLanguageText);
            findings.Expect(isSound, $"{place}/{name}", "It must be a text, or @value with @language and @direction and nothing else.");
        }
    }

    public DateTimeOffset? Moment(JsonElement document, string name)
    {
        var member = JsonRead.Member(document, name);
        var moment = member is { ValueKind: JsonValueKind.String } text ? JsonMoment.TryRead(text.GetString()!) : null;
        findings.Expect(member is null || moment is not null, $"/{name}", "It must be a moment with time zone (dateTimeStamp).");
        return moment;
    }

    private static bool IsUrl(JsonElement value) => value.ValueKind == JsonValueKind.String && IsUrl(value.GetString()!);

    private static bool IsLanguageText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => true,
        JsonValueKind.Object => JsonRead.TextOf(value, "@value") is not null && value.EnumerateObject().All(member => LanguageMembers.Contains(member.Name, StringComparer.Ordinal)),
        _ => false,
    };

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>""{}|\\^`]+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AbsoluteUrl();
}
