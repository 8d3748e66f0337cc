using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Passport.Model;
using Voltloop.Passport.Model.En18223;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>
/// Patches in the full representation as patches of the compressed one. Elements are found by their ids: one that is not
/// listed stays, one whose value is null ends. (Replacing the list as a whole would end what a sender may not even see.)
/// </summary>
internal static class FullPatch
{
    private const string Tree = "elements";

    /// <summary>A patch of a passport; one without an element tree is returned as it is.</summary>
    /// <exception cref="ProblemException">The tree is no tree, or a member stands in it and beside it.</exception>
    public static JsonNode? OfPassport(JsonNode? patch)
    {
        var body = (patch as JsonObject)?["payload"] as JsonObject ?? patch as JsonObject;
        if (body?.FirstOrDefault(member => member.Key.Equals(Tree, StringComparison.OrdinalIgnoreCase)) is not { Key: { } name } tree) return patch;
        if (tree.Value is not JsonArray elements) throw new ProblemException(CommonProblems.InvalidValue, "The element tree is a list.", JsonPointer.Join("", name));
        var flat = new JsonObject(body.Where(member => member.Key != name).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        foreach (var (id, value) in ElementCompressor.CompressAll(elements).ToList())
        {
            if (!flat.TryAdd(id, value?.DeepClone())) throw new ProblemException(CommonProblems.InvalidValue, $"{id} is stated twice.", JsonPointer.Join("", id));
        }

        return flat;
    }

    /// <summary>The patch of one element: its value.</summary>
    /// <param name="element">Id of the element.</param>
    /// <exception cref="ProblemException">The body is another element, or none.</exception>
    public static JsonNode? OfElement(JsonNode? patch, string element)
    {
        var (id, value) = ElementCompressor.Compress(patch);
        return id == element ? value : throw new ProblemException(CommonProblems.InvalidValue, $"The path selects \"{element}\", the body is \"{id}\".", "/elementId");
    }
}
