using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Identities;

namespace Voltloop.Web.Http;

/// <summary>
/// The identifier in the <c>{id}</c> segment of a route, percent-encoded as one segment. Bound from the raw request target,
/// because the server leaves <c>%2F</c> undecoded in route values but decodes <c>%25</c>, which would mix up identifiers that
/// contain an encoded slash themselves.
/// </summary>
/// <param name="Id">The identifier.</param>
public readonly record struct RouteThingId(ThingId Id)
{
    /// <summary>Binds the parameter of a minimal API endpoint.</summary>
    public static ValueTask<RouteThingId> BindAsync(HttpContext context) =>
        ValueTask.FromResult(new RouteThingId(KnownIds.Parse(RawSegment(context))));

    /// <summary>Percent-encodes an identifier as one path segment.</summary>
    public static string Encode(ThingId id) => Uri.EscapeDataString(id.Value);

    private static string RawSegment(HttpContext context)
    {
        var endpoint = (RouteEndpoint)context.GetEndpoint()!;
        var index = endpoint.RoutePattern.PathSegments.TakeWhile(segment => !segment.Parts.Any(IsId)).Count();
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.AsSpan();
        var end = target.IndexOf('?');
        var raw = Segment((end < 0 ? target : target[..end]).TrimStart('/'), index);
        return raw.IsEmpty ? FromRouteValue(context) : raw.ToString();
    }

    private static ReadOnlySpan<char> Segment(ReadOnlySpan<char> path, int index)
    {
        foreach (var range in path.Split('/'))
        {
            if (index-- == 0)
            {
                return path[range];
            }
        }

        return default;
    }

    // An in-memory test server has no raw target.
    private static string FromRouteValue(HttpContext context) => (string?)context.GetRouteValue("id") ?? "";

    private static bool IsId(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) =>
        part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "id" };
}
