using System.Buffers;
using System.Text;
using System.Text.Json;
using Voltloop.Core.Problems;

namespace Voltloop.Core.Canonical;

/// <summary>Writes the canonical form of one JSON value.</summary>
internal sealed class CanonicalWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public void Value(JsonElement value, int depth)
    {
        if (depth > StrictJson.MaxDepth)
        {
            throw new ProblemException(CommonProblems.LimitExceeded, $"The JSON is nested deeper than {StrictJson.MaxDepth}.");
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object: Object(value, depth); break;
            case JsonValueKind.Array: Array(value, depth); break;
            case JsonValueKind.String: String(StrictJson.Text(value, "/")); break;
            case JsonValueKind.Number: Raw(Number(value)); break;
            case JsonValueKind.True: Raw("true"); break;
            case JsonValueKind.False: Raw("false"); break;
            case JsonValueKind.Null: Raw("null"); break;
            default: throw new ProblemException(CommonProblems.MalformedInput, "There is no JSON value.");
        }
    }

    private void Object(JsonElement value, int depth)
    {
        (string Name, JsonElement Value)[] members = [.. value.EnumerateObject().Select(member => (StrictJson.Name(member, "/"), member.Value))];

        // Ordinal comparison is the order of UTF-16 code units, which RFC 8785 section 3.2.3 asks for.
        System.Array.Sort(members, (left, right) => string.CompareOrdinal(left.Name, right.Name));
        Raw("{");
        for (var i = 0; i < members.Length; i++)
        {
            Member(members, i);
            Value(members[i].Value, depth + 1);
        }

        Raw("}");
    }

    private void Member((string Name, JsonElement Value)[] members, int index)
    {
        var name = members[index].Name;
        if (index > 0)
        {
            Raw(",");
            if (string.Equals(name, members[index - 1].Name, StringComparison.Ordinal))
            {
                throw StrictJson.Duplicate(name, "");
            }
        }

        String(name);
        Raw(":");
    }

    private void Array(JsonElement value, int depth)
    {
        Raw("[");
        var first = true;
        foreach (var item in value.EnumerateArray())
        {
            Raw(first ? "" : ",");
            first = false;
            Value(item, depth + 1);
        }

        Raw("]");
    }

    private static string Number(JsonElement value)
    {
        if (!value.TryGetDouble(out var number) || !double.IsFinite(number))
        {
            throw new ProblemException(CanonicalProblems.NumberRange, $"{value.GetRawText()} is not a finite double.");
        }

        return EcmaScriptNumber.Format(number);
    }

    private void String(string text)
    {
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (var unit in text)
        {
            Escape(escaped, unit);
        }

        Raw(escaped.Append('"').ToString());
    }

    private static void Escape(StringBuilder text, char unit) => _ = unit switch
    {
        '"' => text.Append("\\\""),
        '\\' => text.Append("\\\\"),
        '\b' => text.Append("\\b"),
        '\t' => text.Append("\\t"),
        '\n' => text.Append("\\n"),
        '\f' => text.Append("\\f"),
        '\r' => text.Append("\\r"),
        < ' ' => text.Append("\\u00").Append(((int)unit).ToString("x2", System.Globalization.CultureInfo.InvariantCulture)),
        _ => text.Append(unit),
    };

    private void Raw(string text) => Encoding.UTF8.GetBytes(text, _bytes);
}
