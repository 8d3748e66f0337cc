using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>
/// Percent-encoded parameters of a path, decoded once from the raw request target: the server leaves <c>%2F</c> undecoded in
/// route values but decodes <c>%25</c>, which would mix up identifiers that contain an encoded slash themselves.
/// </summary>
internal static class RawPath
{
    /// <summary>The decoded segment of a route parameter.</summary>
    public static string Segment(HttpContext http, string name)
    {
        var pattern = ((RouteEndpoint)http.GetEndpoint()!).RoutePattern;
        var index = pattern.PathSegments.TakeWhile(segment => !segment.Parts.Any(part => part is RoutePatternParameterPart parameter && parameter.Name == name)).Count();
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var raw = target.Split('?', 2)[0].TrimStart('/').Split('/').ElementAtOrDefault(index);
        return raw is { Length: > 0 } ? Uri.UnescapeDataString(raw) : (string?)http.GetRouteValue(name) ?? "";
    }
}
