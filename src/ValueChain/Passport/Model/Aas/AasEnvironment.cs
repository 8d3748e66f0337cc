using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voltloop.Passport.Model.Aas;

/// <summary>Environments of the Asset Administration Shell (AAS Part 1, JSON) with one submodel.</summary>
internal static class AasEnvironment
{
    /// <summary>Member of a residue that keeps the environment a submodel came in.</summary>
    public const string Kept = "environment";

    private const string Submodels = "submodels";

    /// <summary>The environment for values: the one that was kept, filled, or else a new one after the template.</summary>
    /// <param name="subject">Identifier of the battery, for the identifier of a new submodel.</param>
    public static JsonObject Write(Dialect dialect, JsonObject values, JsonElement? residue, string subject)
    {
        var builder = new AasBuilder(dialect.Template);
        if (KeptIn(dialect, residue) is not { } kept) return New(dialect, builder, (values, subject));
        new AasFiller(builder).Fill(kept[Submodels]![0]!.AsObject(), values);
        return kept;
    }

    /// <summary>Splits an environment into one per submodel, each with the shells and concept descriptions.</summary>
    public static IEnumerable<JsonObject> Split(JsonElement root)
    {
        if (!root.TryGetProperty(Submodels, out var submodels)) return root.TryGetProperty("submodelElements", out _) ? [Around(root, root)] : [];
        return submodels.ValueKind == JsonValueKind.Array
            ? submodels.EnumerateArray().Where(submodel => submodel.ValueKind == JsonValueKind.Object).Select(submodel => Around(root, submodel))
            : [];
    }

    /// <summary>The residue with the environment, so that nothing of it is lost.</summary>
    public static JsonElement Keep(Dialect dialect, JsonElement? residue, JsonObject environment)
    {
        var kept = residue is { } known ? JsonNode.Parse(known.GetRawText())!.AsObject() : new JsonObject { ["dialect"] = dialect.Id, ["entries"] = new JsonArray() };
        kept[Kept] = environment;
        return JsonSerializer.SerializeToElement(kept);
    }

    private static JsonObject Around(JsonElement root, JsonElement submodel)
    {
        var environment = new JsonObject();
        foreach (var member in root.EnumerateObject())
        {
            if (root.TryGetProperty(Submodels, out _) && !member.NameEquals(Submodels)) environment[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }

        environment[Submodels] = new JsonArray(JsonNode.Parse(submodel.GetRawText()));
        return environment;
    }

    private static JsonObject? KeptIn(Dialect dialect, JsonElement? residue) =>
        residue is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty("dialect", out var of) && of.ValueEquals(dialect.Id)
        && known.TryGetProperty(Kept, out var environment)
            ? JsonNode.Parse(environment.GetRawText())!.AsObject()
            : null;

    private static JsonObject New(Dialect dialect, AasBuilder builder, (JsonObject Values, string Subject) of)
    {
        var submodel = new JsonObject { ["modelType"] = "Submodel", ["kind"] = "Instance" };
        if (dialect.Template.GetValueOrDefault("") is { } self)
        {
            submodel["id"] = $"{of.Subject}#{self.ValueType}";
            submodel["idShort"] = self.ValueType;
            submodel["semanticId"] = AasReference.External(self.SemanticId);
        }

        if (of.Values.Count > 0) submodel["submodelElements"] = builder.Members("", of.Values);
        return new JsonObject { [Submodels] = new JsonArray(submodel) };
    }
}
