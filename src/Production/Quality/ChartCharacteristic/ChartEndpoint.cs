using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.ReadProcessSignals;
using Voltloop.Record.Importing;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.ChartCharacteristic;

/// <summary>Charts over HTTP: the table is the body; a signal of the record is named.</summary>
internal static class ChartEndpoint
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Quality");
        api.MapPost("/quality/charts", ChartAsync)
            .WithName("ChartCharacteristic").Calculates()
            .WithSummary("Draws a control chart of a table and says which points are out of control and why.")
            .WithDescription("Send the table as the body; nothing is written. chart, rules (n1 to n8, w4, nelson, western-electric), limit, lambda, k, baseline, phases (\"26 slot die changed; 60 new foil\"). Example: curl --data-binary @rings.csv 'http://127.0.0.1:5080/api/v1/quality/charts?chart=xbar-r&baseline=25&rules=n1,n2'")
            .TakesTable();
        api.MapGet("/quality/signals/chart", async (Charting charting, [AsParameters] SignalRequest signal, [AsParameters] ChartRequest request, CancellationToken cancellation) => TypedResults.Ok(await charting.OfSignalAsync(signal, request, cancellation)))
            .WithName("ChartProcessSignal")
            .WithSummary("Draws a control chart of what a machine's sensor read, from the events of the record.");
    }

    private static async Task<Ok<ChartResource>> ChartAsync(HttpContext context, string? name, [AsParameters] ChartRequest request, CancellationToken cancellation)
    {
        var source = await context.FileAsync(name, cancellation);
        return TypedResults.Ok(Charting.OfFile(source, request));
    }
}
