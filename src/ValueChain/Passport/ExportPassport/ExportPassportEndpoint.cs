using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ExportPassport;

/// <summary><c>GET /api/v1/passports/{id}/export</c>.</summary>
internal static class ExportPassportEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/passports/{id}/export", ExportAsync).WithName("ExportPassport")
            .WithSummary("A passport in another format: voltloop, batterypass-1.2:{aspect} or catenax-6.1.0.")
            .WithDescription("audience as for the passport itself; the export holds what that audience may read.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static async Task<EtaggedJson<JsonObject>> ExportAsync(
        HttpContext http, PassportServices room, RouteThingId thing, [AsParameters] ExportRequest request)
    {
        var scope = new ExportScope(room.Gate.Admit(http), request.Times.AsOf);
        return Etagged.Json(await room.Exporter.ExportAsync(thing.Id, request.Format ?? VoltloopExport.Id, scope, http.RequestAborted));
    }
}
