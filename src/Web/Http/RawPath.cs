using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Voltloop.Web.Http;

/// <summary>
/// Percent-encoded parameters of a path, decoded once from the raw request target: the server leaves <c>%2F</c> undecoded in
/// route values but decodes <c>%25</c>, which would mix up identifiers that contain an encoded slash themselves.
/// </summary>
public static class RawPath
{
    /// <summary>The decoded segment of a route parameter.</summary>
    /// <param name="http">The request, already routed.</param>
    /// <param name="name">Name of the parameter in the pattern of the route.</param>
    public static string Segment(HttpContext http, string name)
    {
        var pattern = ((RouteEndpoint)http.GetEndpoint()!).RoutePattern;
        var index = pattern.PathSegments.TakeWhile(segment => !segment.Parts.Any(part => part is RoutePatternParameterPart parameter && parameter.Name == name)).Count();
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var raw = PathOf(target).TrimStart('/').Split('/').ElementAtOrDefault(index);
        return raw is { Length: > 0 } ? Uri.UnescapeDataString(raw) : (string?)http.GetRouteValue(name) ?? "";
    }

    // A proxy may send the whole address (RFC 9112, 3.2.2).
    private static string PathOf(string target)
    {
        var scheme = target.StartsWith('/') ? -1 : target.IndexOf("://", StringComparison.Ordinal);
        var start = scheme < 0 ? 0 : target.IndexOf('/', scheme + 3);
        return start < 0 ? "" : target[start..].Split('?', 2)[0];
    }
}
