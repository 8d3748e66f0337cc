using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Voltloop.Tracing.QueryEvents;

/// <summary>Discovery: OPTIONS says what a path answers to, and the headers of every answer what is spoken here.</summary>
internal static class DiscoveryEndpoints
{
    private static readonly (string Path, string Methods)[] Paths =
    [
        ("/", "GET, OPTIONS"), ("/capture", "GET, POST, OPTIONS"), ("/capture/{captureID}", "GET, OPTIONS"), ("/events", "GET, POST, OPTIONS"),
        ("/events/{eventID}", "GET, OPTIONS"), ("/queries", "GET, POST, OPTIONS"), ("/queries/{queryName}", "GET, DELETE, OPTIONS"),
        ("/queries/{queryName}/events", "GET, OPTIONS"), ("/queries/{queryName}/subscriptions", "GET, POST, OPTIONS"),
        ("/queries/{queryName}/subscriptions/{subscriptionID}", "GET, DELETE, OPTIONS"),
        .. TopLevel.All.SelectMany(list => new[] { ($"/{list.Path}", "GET, OPTIONS"), ($"/{list.Path}/{{name}}", "GET, OPTIONS"), ($"/{list.Path}/{{name}}/events", "GET, OPTIONS") }),
    ];

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder epcis)
    {
        foreach (var (path, methods) in Paths)
        {
            epcis.MapMethods(path, [HttpMethods.Options], (HttpContext http) => Allow(http, methods))
                .WithName("Discover" + NameOf(path)).WithSummary($"What {path} answers to, with the versions and limits in the headers.");
        }

        epcis.MapGet("/", () => TypedResults.Json(Paths.Select(p => p.Path).Where(p => !p.Contains('{', StringComparison.Ordinal) && p != "/").Select(p => p[1..]).ToList()))
            .WithName("ListEpcisResources").WithSummary("The resources of this EPCIS repository.");
    }

    private static IResult Allow(HttpContext http, string methods)
    {
        http.Response.Headers.Allow = methods;
        http.Response.Headers["GS1-EPC-Format"] = "Never_Translates, Always_GS1_Digital_Link, Always_EPC_URN";
        http.Response.Headers["GS1-Capture-Error-Behaviour"] = "rollback, proceed";
        return TypedResults.NoContent();
    }

    private static string NameOf(string path) => path == "/" ? "Root" : string.Concat(path.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Trim('{', '}')).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
