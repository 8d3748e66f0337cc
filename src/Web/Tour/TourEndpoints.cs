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
    }

    private static async Task<Ok<IReadOnlyList<TourStopResource>>> ListAsync(TourDesk desk, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.ListAsync(cancellation));

    private static async Task<RedirectHttpResult> GoAsync(int number, TourDesk desk, CancellationToken cancellation) =>
        TypedResults.LocalRedirect(await desk.PathAsync(TourDesk.Stop(number), cancellation));
}
