using System.Text.Json;

namespace Voltloop.Tracing.Model.Custody;

/// <summary>
/// Fields of events for which EPCIS has none. On an event or in its ILMD:
/// <c>"voltloop:content": [{ "element": "Co", "massFraction": 0.281, "uncertainty": 0.002 }]</c>, <c>"voltloop:material"</c>,
/// <c>"voltloop:weighingUncertainty"</c> (relative, standard), <c>"voltloop:custodyModel"</c>, <c>"voltloop:claimed"</c> (0 to 1).
/// </summary>
internal static class CustodyNames
{
    private static readonly string[] Prefixes = ["voltloop:", "urn:voltloop:vocab:"];

    /// <summary>A field by its local name: of the event, else of its ILMD.</summary>
    public static JsonElement? Find(JsonElement captured, string name) =>
        Own(captured, name) ?? (captured.TryGetProperty("ilmd", out var ilmd) && ilmd.ValueKind == JsonValueKind.Object ? Own(ilmd, name) : null);

    /// <summary>A text.</summary>
    public static string? Text(JsonElement captured, string name) => Find(captured, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A number that is not negative.</summary>
    public static double? Number(JsonElement captured, string name) =>
        Find(captured, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && double.IsFinite(value) && value >= 0 ? value : null;

    /// <summary>A member of an object, with or without a prefix.</summary>
    public static JsonElement? Member(JsonElement parent, string name) => parent.ValueKind != JsonValueKind.Object ? null
        : parent.TryGetProperty(name, out var plain) ? plain : Own(parent, name);

    private static JsonElement? Own(JsonElement parent, string name)
    {
        foreach (var prefix in Prefixes)
        {
            if (parent.TryGetProperty(prefix + name, out var value)) return value;
        }

        return null;
    }
}
