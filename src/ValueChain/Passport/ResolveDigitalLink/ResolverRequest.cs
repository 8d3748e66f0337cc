using Microsoft.AspNetCore.Http;
using Voltloop.Core.Identities;
using Voltloop.Passport.Web;

namespace Voltloop.Passport.ResolveDigitalLink;

/// <summary>Reads the identifier in a resolvable address.</summary>
internal static class ResolverRequest
{
    /// <summary>Prefix under which identifiers of every scheme resolve, percent-encoded as one segment.</summary>
    public const string AnyScheme = "/p/";

    /// <summary>The identifier; a GS1 key is the path itself, any other identifier stands behind <see cref="AnyScheme"/>.</summary>
    /// <exception cref="Core.Problems.ProblemException"><see cref="Core.Problems.CommonProblems.InvalidIdentifier"/>, with the reason.</exception>
    public static ThingId Read(HttpContext http) => http.Request.Path.StartsWithSegments("/p", StringComparison.Ordinal)
        ? PageAddress.After(http, AnyScheme, routeValue: null)
        : DigitalLink.Parse(PageAddress.DigitalLinkText(http)).ToThingId();

    /// <summary>The query that is passed on to where the client is sent: all of it but the link type, which has been used.</summary>
    public static string PassOn(HttpRequest request, string href)
    {
        var rest = request.Query.Where(pair => !string.Equals(pair.Key, "linkType", StringComparison.Ordinal) && !HasParameter(href, pair.Key))
            .SelectMany(pair => pair.Value.Select(value => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value ?? "")}"));
        var text = string.Join('&', rest);
        return text.Length == 0 ? href : href + (href.Contains('?', StringComparison.Ordinal) ? "&" : "?") + text;
    }

    private static bool HasParameter(string href, string name) =>
        href.Contains($"?{name}=", StringComparison.Ordinal) || href.Contains($"&{name}=", StringComparison.Ordinal);
}
