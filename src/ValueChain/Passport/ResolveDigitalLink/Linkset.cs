using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Passport.Model;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ResolveDigitalLink;

/// <summary>Links as a link set (RFC 9264, section 4.2) with the relation types of the GS1 Web Vocabulary.</summary>
internal static class Linkset
{
    /// <summary>Media type of a link set in JSON.</summary>
    public const string MediaType = "application/linkset+json";

    /// <summary>The document: one context for a thing and one for its model.</summary>
    public static byte[] Of(IEnumerable<(Thing Thing, string Anchor, IReadOnlyList<ResolverLink> Links)> contexts)
    {
        var set = new JsonArray([.. contexts.Select(context => (JsonNode)Context(context.Thing, context.Anchor, context.Links))]);
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["linkset"] = set }, Voltloop.Web.Http.JsonOutput.Compact);
    }

    private static JsonObject Context(Thing thing, string anchor, IReadOnlyList<ResolverLink> links)
    {
        var context = new JsonObject { ["anchor"] = anchor, ["itemDescription"] = thing.Label };
        foreach (var type in links.GroupBy(link => link.Type, StringComparer.Ordinal))
            context[ResolverLink.Vocabulary + type.Key] = new JsonArray([.. type.Select(link => (JsonNode)Target(link))]);
        return context;
    }

    private static JsonObject Target(ResolverLink link)
    {
        var target = new JsonObject { ["href"] = link.Href, ["title"] = link.Title, ["type"] = link.MediaType };
        if (link.Language is { } language) target["hreflang"] = new JsonArray(language);
        return target;
    }
}
