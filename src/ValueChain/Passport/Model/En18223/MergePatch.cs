using System.Text.Json.Nodes;

namespace Voltloop.Passport.Model.En18223;

/// <summary>JSON merge patch (RFC 7396).</summary>
internal static class MergePatch
{
    /// <summary>The target after the patch. Neither argument is changed; <c>null</c> stands for JSON null.</summary>
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes) return patch?.DeepClone();
        var result = target is JsonObject members ? members.DeepClone().AsObject() : [];
        foreach (var (name, change) in changes)
        {
            if (change is null) result.Remove(name);
            else result[name] = Apply(result[name], change);
        }

        return result;
    }
}
