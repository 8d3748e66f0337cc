using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Quality.ChartCharacteristic;
using Voltloop.Quality.ReadProcessSignals;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Importing;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Quality.AssessCapability;

/// <summary>Capability over HTTP: the table is the body.</summary>
internal static class CapabilityEndpoint
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Quality");
        MapTable(api);
        api.MapGet("/quality/signals/capability", async (SignalCapability capability, [AsParameters] SignalRequest signal, CancellationToken cancellation) => TypedResults.Ok(await capability.OfAsync(signal, cancellation)))
            .WithName("AssessProcessSignal")
            .WithSummary("Capability of what a machine's sensor read, against its control plan.");
    }

    private static void MapTable(IEndpointRouteBuilder api) => api
        .MapPost("/quality/capability", AssessAsync)
        .WithName("AssessCapability").Calculates()
        .WithSummary("Capability of a characteristic against its specification limits, with intervals and, when the gauge is known, without its error.")
        .WithDescription("Send the table as the body; nothing is written. lsl, usl, target, confidence, gaugeSigma. Example: curl --data-binary @thickness.csv 'http://127.0.0.1:5080/api/v1/quality/capability?lsl=160&usl=176&gaugeSigma=0.8'")
        .TakesTable();

    /// <summary>Capability of a file.</summary>
    public static CapabilityResource OfFile(ImportSource source, CapabilityRequest request) =>
        CapabilityAssessment.Of(source.Name, SampleReader.Read(DelimitedTable.Read(source, request.Columns)), request);

    private static async Task<Ok<CapabilityResource>> AssessAsync(HttpContext context, string? name, [AsParameters] CapabilityRequest request, CancellationToken cancellation)
    {
        return TypedResults.Ok(OfFile(await context.FileAsync(name, cancellation), request));
    }
}
