using Voltloop.Record.Things;
using Voltloop.Web.Http;

namespace Voltloop.Web.Api;

/// <summary>A thing as the API shows it.</summary>
public sealed record ThingResource(string Id, string Kind, string Granularity, string Label, string? Model, IReadOnlyList<string> Aliases, string Href)
{
    /// <summary>Shows a thing.</summary>
    public static ThingResource Of(Thing thing) => new(
        thing.Id.Value,
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(thing.Kind.ToString()),
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(thing.Id.Granularity.ToString()),
        thing.Label,
        thing.Model?.Value,
        thing.Aliases,
        $"/api/v1/things/{RouteThingId.Encode(thing.Id)}");
}
