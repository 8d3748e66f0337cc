using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;

namespace Voltloop.Passport.Web;

/// <summary>
/// Reads identifiers in the addresses of pages from the request line, because the decoded path has lost whether a slash or
/// a percent sign belonged to the identifier.
/// </summary>
internal static class PageAddress
{
    /// <summary>The identifier behind a prefix, decoded exactly once.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidIdentifier"/>.</exception>
    public static ThingId After(HttpContext http, string prefix, string? routeValue)
    {
        var path = RawPath(http);
        var text = path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(path[prefix.Length..]) : routeValue;
        return ThingId.Parse(text ?? "");
    }

    /// <summary>The whole path as a canonical GS1 Digital Link, as it stands in the request line.</summary>
    public static string DigitalLinkText(HttpContext http) => Core.Identities.DigitalLink.CanonicalBase + RawPath(http);

    private static string RawPath(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget;
        return string.IsNullOrEmpty(target) ? http.Request.Path.ToUriComponent() : target.Split('?', 2)[0];
    }
}
