using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Passport.Model.En18223;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>The data dictionary that <c>dictionaryReference</c> leads to, and the JSON-LD context.</summary>
internal static class DictionaryEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/dictionary", All).WithName("ReadDictionary").WithSummary("All terms with unit, type and access point.");
        api.MapGet("/dictionary/{term}", One).WithName("ReadDictionaryEntry").WithSummary("The definition of a term.");
        api.MapGet("/context.jsonld", Context).WithName("ReadJsonLdContext").WithSummary("JSON-LD context of passports, built from the vocabulary.");
    }

    private static DppAnswer All(HttpContext http, Vocabulary vocabulary, DppAddresses addresses) =>
        Answer(new JsonArray([.. vocabulary.Terms.Select(term => Entry(term, addresses.Dictionary(http)))]), MediaChoice.Json);

    private static DppAnswer One(HttpContext http, string term, Vocabulary vocabulary, DppAddresses addresses) =>
        Answer(Entry(((IVocabulary)vocabulary).Get(term), addresses.Dictionary(http)), MediaChoice.Json);

    private static DppAnswer Context(HttpContext http, Vocabulary vocabulary, DppAddresses addresses) =>
        Answer(JsonLdContext.Of(vocabulary, addresses.Dictionary(http)), MediaChoice.JsonLd);

    private static DppAnswer Answer(JsonNode node, string form) => new(StatusCodes.Status200OK, DppAnswer.Bytes(node), form);

    private static JsonObject Entry(Term term, string dictionary) => new()
    {
        ["id"] = dictionary + term.Id,
        ["elementId"] = term.Id,
        ["name"] = term.Label,
        ["description"] = term.Description,
        ["section"] = SectionNames.Of(term.Group),
        ["type"] = term.Type.ToString().ToLowerInvariant(),
        ["unit"] = term.Unit,
        ["granularity"] = term.Granularity.ToString().ToLowerInvariant(),
        ["dynamic"] = term.Dynamic,
        ["annexXiiiPoint"] = term.AccessPoint,
        ["provision"] = term.Provision,
        ["source"] = term.Source,
    };
}
