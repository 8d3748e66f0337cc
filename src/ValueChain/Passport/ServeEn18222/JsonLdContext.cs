using System.Text.Json.Nodes;
using Voltloop.Passport.Model.En18223;
using Voltloop.Passport.ChangeLifecycle;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>The JSON-LD 1.1 context of passports, built from the vocabulary: sections nest, terms lead to their definitions.</summary>
internal static class JsonLdContext
{
    private static readonly string[] HeaderMembers =
        ["uniqueProductIdentifier", "granularity", "dppSchemaVersion", "dppStatus", "lastUpdate", "lastUpdated", "economicOperatorId", "facilityId", "contentSpecificationIds", "elements"];

    private static readonly string[] LinkMembers = ["modelDppId", "batchDppId"];

    /// <summary>Path of the context.</summary>
    public const string Path = "/v1/context.jsonld";

    /// <summary>The document as JSON-LD.</summary>
    public static JsonObject AddTo(JsonObject document, string baseAddress)
    {
        var linked = new JsonObject { ["@context"] = baseAddress + Path, ["@type"] = "DigitalProductPassport" };
        foreach (var (name, value) in document) linked[name] = value?.DeepClone();
        return linked;
    }

    /// <summary>The context.</summary>
    /// <param name="dictionary">Base of the definitions of terms.</param>
    public static JsonObject Of(IVocabulary vocabulary, string dictionary)
    {
        var context = new JsonObject { ["@version"] = 1.1, ["@vocab"] = dictionary, ["digitalProductPassportId"] = "@id" };
        context["DigitalProductPassport"] = dictionary + "DigitalProductPassport";
        foreach (var member in HeaderMembers) context[member] = dictionary + member;
        foreach (var link in LinkMembers) context[link] = new JsonObject { ["@id"] = dictionary + link, ["@type"] = "@id" };
        foreach (var section in vocabulary.Terms.Select(term => SectionNames.Of(term.Group)).Distinct(StringComparer.Ordinal)) context[section] = "@nest";
        foreach (var term in vocabulary.Terms) context[term.Id] = Definition(term, dictionary);
        return new JsonObject { ["@context"] = context };
    }

    private static JsonObject Definition(Term term, string dictionary)
    {
        var definition = new JsonObject { ["@id"] = dictionary + term.Id };
        if (LifecycleTerms.AreLinks(term.Id)) (definition["@type"], definition["@container"]) = ("@id", "@set");
        else if (term.Type == TermType.Structure) definition["@type"] = "@json";
        else if (term.Type == TermType.Link) definition["@type"] = "@id";
        return definition;
    }
}
