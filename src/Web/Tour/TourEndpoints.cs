using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Web.Http;

namespace Voltloop.Web.Tour;

/// <summary>The tour over HTTP: its list, and the way to each stop.</summary>
public static class TourEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapTour(this IEndpointRouteBuilder routes)
    {
        routes.MapApi("Tour").MapGet("/tour", (Delegate)ListAsync).WithName("GetTour")
            .WithSummary("The ten stops of the guided tour with the addresses of their pages, found in the record.")
            .WithDescription("404 while the example value chain is not loaded.");
        routes.MapGet("/tour", () => TypedResults.LocalRedirect(TourStops.Address(1))).ExcludeFromDescription();
        routes.MapGet("/tour/{number:int}", (Delegate)GoAsync).ExcludeFromDescription();
        routes.MapGet(TourStops.End, (Delegate)Leave).ExcludeFromDescription();
    }

    private static async Task<Ok<IReadOnlyList<TourStopResource>>> ListAsync(TourDesk desk, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.ListAsync(cancellation));

    private static async Task<RedirectHttpResult> GoAsync(int number, HttpContext http, TourDesk desk, CancellationToken cancellation)
    {
        var path = await desk.PathAsync(TourDesk.Stop(number), cancellation);
        http.Response.Cookies.Append(TourStops.Cookie, number.ToString(CultureInfo.InvariantCulture), Options(http));
        return TypedResults.LocalRedirect(path);
    }

    private static RedirectHttpResult Leave(HttpContext http)
    {
        http.Response.Cookies.Delete(TourStops.Cookie, Options(http));
        return TypedResults.LocalRedirect("/");
    }

    private static CookieOptions Options(HttpContext http) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/" };
}
