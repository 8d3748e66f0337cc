using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Voltloop.Record.Events;

namespace Voltloop.Tracing.Model;

/// <summary>
/// Checks events against the rules of EPCIS 2.0 in one pass over their fields. It says what is wrong and where, for as many rules
/// as are broken up to a limit.
/// </summary>
internal sealed class EventCheck
{
    /// <summary>Most faults of one event that are reported.</summary>
    public const int MaxFaults = 20;

    private readonly List<EventFault> _faults = [];
    private readonly List<(string? Name, int Index)> _path = [];

    /// <summary>What is wrong with an event; empty when nothing is.</summary>
    public IReadOnlyList<EventFault> Faults(JsonElement captured)
    {
        _faults.Clear();
        _path.Clear();
        try
        {
            CheckEvent(captured);
        }
        catch (InvalidOperationException)
        {
            // The one thing that well-formed JSON may hold and text may not: half a surrogate pair.
            Report("A text is not well-formed Unicode.");
        }

        return _faults;
    }

    public void Uri(JsonElement value)
    {
        if (Texted(value) is { } text && !FormatRules.IsUri(text)) Report($"\"{Short(text)}\" is not a URI.");
    }

    public void UriOrList(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array) Uris(value, distinct: false);
        else Uri(value);
    }

    public void Uris(JsonElement value, bool distinct)
    {
        var seen = distinct && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 1 ? new HashSet<string>(StringComparer.Ordinal) : null;
        Items(value, item =>
        {
            Uri(item);
            if (seen is not null && item.ValueKind == JsonValueKind.String && !seen.Add(item.GetString()!)) Report($"\"{Short(item.GetString()!)}\" stands in the list twice.");
        });
    }

    public void Time(JsonElement value)
    {
        if (Texted(value) is { } text && !EventTime.TryParse(text, out _)) Report($"\"{Short(text)}\" is not a moment with an offset, like 2027-02-18T12:00:00.000+01:00.");
    }

    public void Offset(JsonElement value)
    {
        if (Texted(value) is { } text && !FormatRules.IsOffset(text)) Report($"\"{Short(text)}\" is not an offset between -14:00 and +14:00.");
    }

    public void Action(JsonElement value)
    {
        if (Texted(value) is { } text && text is not ("ADD" or "OBSERVE" or "DELETE")) Report($"\"{Short(text)}\" is not ADD, OBSERVE or DELETE.");
    }

    public void Unit(JsonElement value)
    {
        if (Texted(value) is { } text && !FormatRules.IsUnit(text)) Report($"\"{Short(text)}\" is not a code of UN/ECE Recommendation 20, like KGM.");
    }

    public void Word(JsonElement value, WordSpelling words)
    {
        if (Texted(value) is not { } text || words.Contains(text) || FormatRules.IsOwnWord(text)) return;
        var bare = words.Bare(text);
        Report(bare.Length < text.Length ? $"\"{Short(text)}\" is written \"{bare}\" in JSON." : $"\"{Short(text)}\" is neither a word of the standard for this field nor a URI of one's own.");
    }

    public void Words(JsonElement value, WordSpelling words)
    {
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0) Report("The list is empty.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Items(value, item =>
        {
            Word(item, words);
            if (item.ValueKind == JsonValueKind.String && !seen.Add(item.GetString()!)) Report($"\"{Short(item.GetString()!)}\" stands in the list twice.");
        });
    }

    /// <summary>A word of the GS1 Web Vocabulary, or a URI outside it.</summary>
    public void WebWord(JsonElement value, WordSpelling words)
    {
        if (Texted(value) is not { } text || words.Contains(text)) return;
        if (!FormatRules.IsUri(text) || FormatRules.IsInWebVocabulary(text)) Report($"\"{Short(text)}\" is neither a bare word of the GS1 Web Vocabulary for this field nor a URI of one's own.");
    }

    /// <summary>A list with something in it.</summary>
    public void Some(JsonElement value, PartRule part)
    {
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0) Report("The list is empty.");
        Each(value, part);
    }

    public void Text(JsonElement value) => Texted(value);

    public void Number(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number) Report($"{Kind(value)} stands where a number belongs.");
    }

    public void Truth(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) Report($"{Kind(value)} stands where true or false belongs.");
    }

    public void Hex(JsonElement value)
    {
        if (Texted(value) is { } text && (text.Length == 0 || text.Any(c => !char.IsAsciiHexDigit(c)))) Report($"\"{Short(text)}\" is not hexadecimal.");
    }

    public void Each(JsonElement value, PartRule part) => Items(value, item => Object(item, part));

    public void Object(JsonElement value, PartRule part)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Report($"{Kind(value)} stands where an object belongs.");
            return;
        }

        Members(value, part.Fields, part.Allows);
        foreach (var name in part.Required) Require(value, name);
        if (part.OneOf.Count > 0 && !part.OneOf.Any(name => value.TryGetProperty(name, out _))) Report($"One of {string.Join(", ", part.OneOf)} is missing.");
    }

    private void CheckEvent(JsonElement captured)
    {
        if (captured.ValueKind != JsonValueKind.Object)
        {
            Report($"{Kind(captured)} stands where an event belongs.");
            return;
        }

        var type = captured.TryGetProperty("type", out var stated) && stated.ValueKind == JsonValueKind.String ? stated.GetString()! : "";
        var isStandard = StandardWords.EventTypes.Contains(type);
        if (!isStandard && !FormatRules.IsUri(type)) Report(type.Length == 0 ? "The event has no type." : $"\"{Short(type)}\" is no event type.", "type");
        Members(captured, EventFields.Of(type), isStandard ? Further.Extensions : Further.Anything);
        Require(captured, "eventTime");
        Require(captured, "eventTimeZoneOffset");
        if (isStandard) EventCompleteness.Check(captured, type, text => Report(text));
    }

    private void Members(JsonElement parent, FrozenDictionary<string, FieldRule> fields, Further allows)
    {
        foreach (var member in parent.EnumerateObject())
        {
            if (_faults.Count >= MaxFaults) return;
            _path.Add((member.Name, 0));
            if (fields.TryGetValue(member.Name, out var rule)) rule(this, member.Value);
            else if (allows == Further.Nothing || (allows == Further.Extensions && !FormatRules.IsUri(member.Name))) Report($"There is no field {Short(member.Name)} here; fields of one's own have a prefix, like example:{Short(member.Name)}.");
            else Walk(member.Value);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    // Extensions are free, but their texts must be texts.
    private static void Walk(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) _ = value.GetString();
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) Walk(item);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                _ = member.Name;
                Walk(member.Value);
            }
        }
    }

    private void Require(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out _)) Report($"{name} is missing.");
    }

    private void Items(JsonElement value, Action<JsonElement> check)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Report($"{Kind(value)} stands where a list belongs.");
            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (_faults.Count >= MaxFaults) return;
            _path.Add((null, index++));
            check(item);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private string? Texted(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        Report($"{Kind(value)} stands where a text belongs.");
        return null;
    }

    private void Report(string message, string? member = null)
    {
        if (_faults.Count >= MaxFaults) return;
        var place = new StringBuilder();
        foreach (var (name, index) in _path) place.Append('/').Append(name is null ? index.ToString(CultureInfo.InvariantCulture) : Escaped(name));
        if (member is not null) place.Append('/').Append(member);
        _faults.Add(new EventFault(place.ToString(), message));
    }

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Short(string text) => text.Length <= 80 ? text : text[..77] + "...";

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "An object",
        JsonValueKind.Array => "A list",
        JsonValueKind.String => "A text",
        JsonValueKind.Number => "A number",
        JsonValueKind.True or JsonValueKind.False => "A truth value",
        _ => "Nothing (null)",
    };
}
