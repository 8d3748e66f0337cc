using System.Text.Json;
using Voltloop.Core.Problems;

namespace Voltloop.Core.Canonical;

/// <summary>Reads JSON that is going to be hashed or signed: one meaning only, or a named refusal.</summary>
public static class StrictJson
{
    /// <summary>Nesting of objects and arrays that is read at most.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = true };

    /// <summary>Reads one JSON value.</summary>
    /// <param name="utf8">JSON as UTF-8 without byte order mark, comments or trailing commas.</param>
    /// <exception cref="ProblemException">Malformed, deeper than <see cref="MaxDepth"/>, duplicate members or text that is not Unicode.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var value = JsonElement.Parse(utf8, Options);
            Require(value);
            return value;
        }
        catch (JsonException malformed)
        {
            throw new ProblemException(new Problem(IsTooDeep(utf8) ? CommonProblems.LimitExceeded : CommonProblems.MalformedInput, malformed.Message, malformed.Path), malformed);
        }
    }

    /// <summary>Refuses a value that was read by somebody else and could mean two things.</summary>
    /// <exception cref="ProblemException">Duplicate members or text that is not Unicode.</exception>
    public static void Require(JsonElement value) => Check(value, "");

    /// <summary>Text of a JSON string.</summary>
    /// <exception cref="ProblemException">The text holds half of a surrogate pair or is not UTF-8.</exception>
    public static string Text(JsonElement value, string place)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException broken)
        {
            throw new ProblemException(new Problem(CanonicalProblems.NotUnicode, broken.Message, place), broken);
        }
    }

    /// <summary>Name of a member.</summary>
    /// <exception cref="ProblemException">The name holds half of a surrogate pair or is not UTF-8.</exception>
    public static string Name(JsonProperty member, string place)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException broken)
        {
            throw new ProblemException(new Problem(CanonicalProblems.NotUnicode, broken.Message, place), broken);
        }
    }

    /// <summary>The problem of a name that is used twice in one object.</summary>
    public static ProblemException Duplicate(string name, string place) =>
        new(CanonicalProblems.DuplicateMember, $"Member \"{name}\" occurs more than once.", place.Length == 0 ? "/" : place);

    // The reader reports a depth that is exceeded as malformed input, so the reason is looked for again.
    private static bool IsTooDeep(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            var isTooDeep = false;
            while (!isTooDeep && reader.Read())
            {
                isTooDeep = reader.CurrentDepth >= MaxDepth && (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject);
            }

            return isTooDeep;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Check(JsonElement value, string place)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: CheckMembers(value, place); break;
            case JsonValueKind.Array: CheckItems(value, place); break;
            case JsonValueKind.String: Text(value, place); break;
        }
    }

    private static void CheckMembers(JsonElement value, string place)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var name = Name(member, place);
            if (!names.Add(name))
            {
                throw Duplicate(name, place);
            }

            Check(member.Value, $"{place}/{name}");
        }
    }

    private static void CheckItems(JsonElement value, string place)
    {
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Check(item, $"{place}/{index++}");
        }
    }
}
