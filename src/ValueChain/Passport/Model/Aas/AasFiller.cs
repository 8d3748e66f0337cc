using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voltloop.Passport.Model.Aas;

/// <summary>Writes values into the elements of a submodel as it came; elements whose value is the same stay untouched.</summary>
internal sealed class AasFiller(AasBuilder builder)
{
    /// <summary>Writes the values; an element without one loses its own.</summary>
    public void Fill(JsonObject submodel, JsonObject values) => FillMembers(submodel, "submodelElements", ("", values));

    private void FillMembers(JsonObject owner, string member, (string Path, JsonObject? Values) with)
    {
        var elements = owner[member] as JsonArray ?? [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in elements.OfType<JsonObject>())
        {
            if (element["idShort"]?.GetValue<string>() is { } name && seen.Add(name)) Set(element, AasBuilder.Join(with.Path, name), with.Values?[name]);
        }

        foreach (var (name, value) in with.Values ?? [])
        {
            if (value is not null && seen.Add(name)) elements.Add((JsonNode)builder.Element(AasBuilder.Join(with.Path, name), name, value));
        }

        if (elements.Count > 0 && elements.Parent is null) owner[member] = elements;
    }

    private void Set(JsonObject element, string path, JsonNode? value)
    {
        if (JsonNode.DeepEquals(AasValues.Value(JsonSerializer.SerializeToElement(element)), value)) return;
        switch (element["modelType"]?.GetValue<string>())
        {
            case "SubmodelElementCollection" when value is null or JsonObject:
                FillMembers(element, "value", (path, value as JsonObject));
                return;
            case "SubmodelElementList" when value is null or JsonArray:
                SetList(element, path, value as JsonArray);
                return;
            case "MultiLanguageProperty" when value is null or JsonArray:
                SetMember(element, "value", value is JsonArray texts ? AasBuilder.Languages(texts) : null);
                return;
            case "Property" when value is null or JsonValue:
                SetMember(element, "value", value is null ? null : AasScalar.Write(value));
                return;
            default:
                SetParts(element, value as JsonObject);
                return;
        }
    }

    private void SetList(JsonObject list, string path, JsonArray? values)
    {
        var elements = list["value"] as JsonArray ?? [];
        for (var at = 0; at < elements.Count; at++)
        {
            if (elements[at] is JsonObject element) Set(element, path + "/*", values is not null && at < values.Count ? values[at] : null);
        }

        var wanted = values?.Count ?? elements.Count;
        while (elements.Count > wanted) elements.RemoveAt(elements.Count - 1);
        for (var at = elements.Count; at < wanted; at++) elements.Add((JsonNode)builder.Element(path + "/*", null, values![at] ?? new JsonObject()));
        if (elements.Count > 0 && elements.Parent is null) list["value"] = elements;
    }

    private static void SetParts(JsonObject element, JsonObject? value)
    {
        foreach (var name in new[] { "value", "min", "max" })
        {
            if (element.ContainsKey(name) || value?[name] is not null) SetMember(element, name, value?[name] is { } part ? AasScalar.Write(part) : null);
        }
    }

    private static void SetMember(JsonObject element, string name, JsonNode? value)
    {
        if (value is null) element.Remove(name);
        else element[name] = value;
    }
}
