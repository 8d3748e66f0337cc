using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Voltloop.Core.Identities;

namespace Voltloop.Web.Shell;

/// <summary>Reads the identifier in the address of a thing's page.</summary>
internal static class ThingAddress
{
    private const string Prefix = "/things/";

    /// <summary>
    /// The identifier, decoded exactly once. It is taken from the request line, because the decoded path has lost whether a
    /// slash or a percent sign belonged to the identifier.
    /// </summary>
    /// <exception cref="Core.Problems.ProblemException">It is not an identifier.</exception>
    public static ThingId Read(HttpContext http, string routeValue)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var path = target.Split('?', 2)[0];
        var text = path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(path[Prefix.Length..]) : routeValue;
        return ThingId.Parse(text);
    }
}
