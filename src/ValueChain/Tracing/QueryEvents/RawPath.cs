using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Voltloop.Tracing.QueryEvents;

/// <summary>
/// Segments of the address as they were sent. The server leaves <c>%2F</c> undecoded in route values but decodes <c>%25</c>, which
/// would mix up identifiers that contain an encoded slash themselves.
/// </summary>
internal static class RawPath
{
    /// <summary>A segment behind the path of the interface, decoded once; <c>null</c> when the request does not show its target.</summary>
    /// <param name="http">The request.</param>
    /// <param name="index">Number of the segment, from 0.</param>
    public static string? Segment(HttpContext http, int index)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var start = target.IndexOf(EpcisRoutes.Path, StringComparison.Ordinal);
        if (start < 0) return null;
        var segments = target[(start + EpcisRoutes.Path.Length)..].Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return index < segments.Length ? Uri.UnescapeDataString(segments[index]) : null;
    }
}
