using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Passport.Model;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ResolveDigitalLink;

/// <summary>The resolvable addresses: every GS1 key at the root, any other identifier under <c>/p/</c>, and the resolver's own description.</summary>
internal static class ResolverEndpoints
{
    private const string Allowed = "GET, HEAD, OPTIONS";

    // The primary identification keys of the GS1 Digital Link standard.
    private static readonly string[] Keys = ["00", "01", "253", "255", "401", "402", "414", "415", "417", "8003", "8004", "8006", "8010", "8013", "8017", "8018"];
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Options];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var key in Keys) Map(routes, $"/{key}/{{**rest}}", ResolveAsync);
        Map(routes, "/p/{**id}", ResolveAsync);
        Map(routes, "/.well-known/gs1resolver", DescribeAsync);
        Map(routes, "/robots.txt", RobotsAsync);
    }

    private static void Map(IEndpointRouteBuilder routes, string pattern, Func<HttpContext, Resolver, Task<IResult>> answer) =>
        routes.MapMethods(pattern, Methods, (HttpContext http, Resolver resolver) => AnswerAsync(http, resolver, answer)).ExcludeFromDescription();

    private static Task<IResult> AnswerAsync(HttpContext http, Resolver resolver, Func<HttpContext, Resolver, Task<IResult>> answer)
    {
        // Set when the answer starts, so that problems, which clear the headers, carry them too.
        http.Response.OnStarting(AllowEveryone, http.Response);
        if (!HttpMethods.IsOptions(http.Request.Method)) return answer(http, resolver);
        http.Response.Headers.Allow = Allowed;
        return Task.FromResult(Results.NoContent());
    }

    private static Task AllowEveryone(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowMethods = Allowed;
        headers.AccessControlAllowHeaders = "Accept, Accept-Language";
        headers.AccessControlExposeHeaders = "Link, Location, Content-Language";
        return Task.CompletedTask;
    }

    private static Task<IResult> ResolveAsync(HttpContext http, Resolver resolver) => resolver.ResolveAsync(http);

    private static async Task<IResult> DescribeAsync(HttpContext http, Resolver resolver)
    {
        var description = new
        {
            name = "Voltloop",
            resolverRoot = resolver.Root(http),
            supportedPrimaryKeys = new[] { "all" },
            supportedLinkType = new[] { new { @namespace = ResolverLink.Vocabulary, prefix = "gs1:" } },
            linkTypeDefaultCanBeLinkset = false,
        };
        await EtaggedBytes.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(description, JsonOutput.Compact), "application/json");
        return Results.Empty;
    }

    // Public passports may be found; the operator's own pages are nobody's search result.
    private static async Task<IResult> RobotsAsync(HttpContext http, Resolver resolver)
    {
        await EtaggedBytes.WriteAsync(http, "User-agent: *\nAllow: /p/\nAllow: /01/\nAllow: /8004/\nAllow: /assets/\nAllow: /$\nDisallow: /\n"u8.ToArray(), "text/plain; charset=utf-8");
        return Results.Empty;
    }
}
