using System.Text.Json.Nodes;

namespace Voltloop.Passport.Model.En18223;

/// <summary>
/// Path to one element: a singular query of RFC 9535, which every normalized path is. A well-formed query that may select
/// several nodes is <see cref="IsSingular"/> false and selects nothing.
/// </summary>
/// <param name="Steps">Steps from the root.</param>
/// <param name="IsSingular">Whether the query can select only one node.</param>
internal sealed record ElementPath(IReadOnlyList<PathStep> Steps, bool IsSingular)
{
    /// <summary>Longest path, in characters.</summary>
    public const int MaxLength = 2048;

    /// <summary>Whether the path leads somewhere; the value found may be JSON null.</summary>
    public bool TrySelect(JsonNode? root, out JsonNode? found)
    {
        found = root;
        if (!IsSingular) return false;
        foreach (var step in Steps)
        {
            if (!TryStep(found, step, out found)) return false;
        }

        return true;
    }

    /// <summary>The path after its first steps.</summary>
    public ElementPath Skip(int count) => this with { Steps = Steps.Skip(count).ToList() };

    /// <summary>
    /// A copy of the root in which the element is replaced; JSON null removes it. The path must lead somewhere.
    /// </summary>
    public JsonNode? Replace(JsonNode? root, JsonNode? value)
    {
        if (Steps.Count == 0) return value?.DeepClone();
        var copy = root?.DeepClone();
        var parent = copy;
        foreach (var step in Steps.SkipLast(1)) TryStep(parent, step, out parent);
        Put(parent, Steps[^1], value?.DeepClone());
        return copy;
    }

    private static bool TryStep(JsonNode? node, PathStep step, out JsonNode? found)
    {
        found = null;
        if (step.Name is { } name) return node is JsonObject members && members.TryGetPropertyValue(name, out found);
        if (node is not JsonArray list || Place(list, step.Index) is not { } place) return false;
        found = list[place];
        return true;
    }

    private static void Put(JsonNode? parent, PathStep step, JsonNode? value)
    {
        if (parent is JsonObject members)
        {
            if (value is null) members.Remove(step.Name!);
            else members[step.Name!] = value;
        }
        else if (parent is JsonArray list && Place(list, step.Index) is { } place)
        {
            if (value is null) list.RemoveAt(place);
            else list[place] = value;
        }
    }

    private static int? Place(JsonArray list, int index)
    {
        var place = index < 0 ? list.Count + index : index;
        return place >= 0 && place < list.Count ? place : null;
    }
}
