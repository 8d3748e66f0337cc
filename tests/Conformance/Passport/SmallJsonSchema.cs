using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Voltloop.Tests.Conformance.Passport;

/// <summary>Checks JSON against the part of JSON Schema draft 4 that the official models use; any other keyword fails loudly.</summary>
internal sealed class SmallJsonSchema(JsonElement schema)
{
    private static readonly HashSet<string> Silent = ["$schema", "x-samm-aspect-model-urn", "description", "components", "format", "exclusiveMinimum", "exclusiveMaximum", "properties", "items"];

    public IReadOnlyList<string> Validate(JsonElement value)
    {
        var faults = new List<string>();
        Check(schema, value, "", faults);
        return faults;
    }

    private void Check(JsonElement rule, JsonElement value, string at, List<string> faults)
    {
        foreach (var keyword in rule.EnumerateObject())
        {
            var fault = Fault(rule, keyword, value, at, faults);
            if (fault is not null) faults.Add($"{at}: {fault}");
        }

        Descend(rule, value, at, faults);
    }

    private string? Fault(JsonElement rule, JsonProperty keyword, JsonElement value, string at, List<string> faults)
    {
        switch (keyword.Name)
        {
            case "$ref":
                Check(Resolve(keyword.Value.GetString()!), value, at, faults);
                return null;
            case "allOf":
                foreach (var part in keyword.Value.EnumerateArray()) Check(part, value, at, faults);
                return null;
            case "type": return TypeFault(keyword.Value.GetString()!, value);
            case "enum":
                return keyword.Value.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)) ? null : $"{value} is not in the list";
            case "required":
                return value.ValueKind != JsonValueKind.Object ? null : MissingFault(keyword.Value, value);
            case "pattern":
                return value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1))
                    ? null : $"{value} does not match {keyword.Value}";
            case "minimum": return value.ValueKind == JsonValueKind.Number ? BoundFault(rule, value, keyword.Value, "exclusiveMinimum", 1) : null;
            case "maximum": return value.ValueKind == JsonValueKind.Number ? BoundFault(rule, value, keyword.Value, "exclusiveMaximum", -1) : null;
            case "maxLength":
                return value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= keyword.Value.GetInt32() ? null : "too long";
            case "additionalProperties":
                return value.ValueKind != JsonValueKind.Object ? null : ExtraFault(rule, keyword.Value, value);
            case "oneOf":
                return keyword.Value.EnumerateArray().Count(choice => Faults(choice, value) == 0) == 1 ? null : "does not match exactly one choice";
            case "uniqueItems":
                return value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() == value.GetArrayLength()
                    ? null : "elements are not unique";
            default:
                return Silent.Contains(keyword.Name) ? null : throw new NotSupportedException("JSON Schema keyword " + keyword.Name);
        }
    }

    private void Descend(JsonElement rule, JsonElement value, string at, List<string> faults)
    {
        if (rule.TryGetProperty("properties", out var properties) && value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
            {
                if (value.TryGetProperty(property.Name, out var member)) Check(property.Value, member, $"{at}/{property.Name}", faults);
            }
        }

        if (!rule.TryGetProperty("items", out var items) || value.ValueKind != JsonValueKind.Array) return;
        foreach (var (element, index) in value.EnumerateArray().Select((element, index) => (element, index))) Check(items, element, $"{at}/{index}", faults);
    }

    private int Faults(JsonElement rule, JsonElement value)
    {
        var faults = new List<string>();
        Check(rule, value, "", faults);
        return faults.Count;
    }

    private static string? ExtraFault(JsonElement rule, JsonElement allowed, JsonElement value)
    {
        if (allowed.ValueKind == JsonValueKind.True) return null;
        if (allowed.ValueKind != JsonValueKind.False) throw new NotSupportedException("JSON Schema additionalProperties with a schema");
        var extra = value.EnumerateObject().FirstOrDefault(member => !rule.GetProperty("properties").TryGetProperty(member.Name, out _));
        return extra.Value.ValueKind == JsonValueKind.Undefined ? null : $"has the unknown member {extra.Name}";
    }

    private JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(schema, (at, name) => at.GetProperty(name));

    private static string? TypeFault(string type, JsonElement value)
    {
        var fits = type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && Math.Floor(value.GetDouble()) == value.GetDouble(),
            _ => throw new NotSupportedException("JSON Schema type " + type),
        };
        return fits ? null : $"is not of type {type}";
    }

    private static string? MissingFault(JsonElement required, JsonElement value)
    {
        var missing = required.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)).ToList();
        return missing.Count == 0 ? null : "misses " + string.Join(", ", missing);
    }

    private static string? BoundFault(JsonElement rule, JsonElement value, JsonElement bound, string exclusive, int sign)
    {
        var open = rule.TryGetProperty(exclusive, out var flag) && flag.ValueKind == JsonValueKind.True;
        var distance = sign * (value.GetDouble() - bound.GetDouble());
        return distance > 0 || (distance == 0 && !open) ? null : string.Create(CultureInfo.InvariantCulture, $"{value} is beyond {bound}");
    }
}
