using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Web.Http;

namespace Voltloop.Health.ShowWindow;

/// <summary>Windows of series over HTTP.</summary>
internal static class WindowEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Health");
        api.MapGet("/series/{seriesId}/window", ReadAsync).WithName("GetSeriesWindow")
            .WithSummary("A part of a series thinned for a plot: every column keeps its first and last sample and the extremes of each channel.")
            .WithDescription($"from and to are in the unit of the axis; points is the number of columns, 10 to {WindowRequest.MostPoints}; channels are names separated by commas, voltage and current when absent. Only measured samples are returned; exact tells whether that is all of them.")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapGet("/series/{seriesId}/window.csv", TableAsync).WithName("GetSeriesWindowTable")
            .WithSummary("Every sample of a part of a series as CSV under BDF names.")
            .WithDescription($"from, to and channels as for the window; at most {WindowDesk.MostRows} rows.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<EtaggedJson<WindowResource>> ReadAsync(string seriesId, [AsParameters] WindowRequest request, WindowDesk desk, CancellationToken cancellation) =>
        Etagged.Json(await desk.ReadAsync(Uri.UnescapeDataString(seriesId), request, cancellation));

    private static async Task<IResult> TableAsync(string seriesId, [AsParameters] WindowRequest request, WindowDesk desk, CancellationToken cancellation)
    {
        var id = Uri.UnescapeDataString(seriesId);
        var spec = (await desk.FindAsync(id, cancellation)).Spec;
        var blocks = await desk.ReadAllAsync(id, request, cancellation);
        return TypedResults.Stream(
            output => WindowCsv.WriteAsync(output, [spec.Channels[0], .. request.ReadChannels(spec)], blocks), "text/csv; charset=utf-8", "window.csv");
    }
}
