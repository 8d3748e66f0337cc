using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Passport.Model;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ExportPassport;

/// <summary><c>GET /api/v1/passports/{id}/export</c>.</summary>
internal static class ExportPassportEndpoint
{
    /// <summary>Header with the number of facts that the format could not carry.</summary>
    public const string LostHeader = "Voltloop-Export-Lost";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/passports/{id}/export", ExportAsync).WithName("ExportPassport")
            .WithSummary("A passport in another format: voltloop, or a dialect such as batterypass-1.2:{aspect}, catenax-6.1.0, catenax-dpp-7.0.0 or idta-02035-5-1.0.1.")
            .WithDescription("audience as for the passport itself; the export holds what that audience may read. " + LostHeader + " counts the facts that the format cannot carry; the link with rel=describedby leads to their list.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        api.MapGet("/passports/{id}/export-loss", LossAsync).WithName("GetExportLoss")
            .WithSummary("What a format cannot carry of a passport, fact by fact.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
    }

    private static async Task<EtaggedJson<JsonObject>> ExportAsync(
        HttpContext http, PassportServices room, RouteThingId thing, [AsParameters] ExportRequest request)
    {
        var exported = await ReadAsync(http, room, thing, request);
        http.Response.Headers[LostHeader] = exported.Loss.Lost.Count.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.Link = $"<export-loss{http.Request.QueryString.ToUriComponent()}>; rel=\"describedby\"";
        return Etagged.Json(exported.File);
    }

    private static async Task<EtaggedJson<LossReport>> LossAsync(
        HttpContext http, PassportServices room, RouteThingId thing, [AsParameters] ExportRequest request) =>
        Etagged.Json((await ReadAsync(http, room, thing, request)).Loss);

    private static Task<ExportedPassport> ReadAsync(HttpContext http, PassportServices room, RouteThingId thing, ExportRequest request)
    {
        var scope = new ExportScope(RequestActors.Of(http).Actor.View, request.Times.AsOf);
        return room.Exporter.ExportWithLossAsync(thing.Id, request.Format ?? VoltloopExport.Id, scope, http.RequestAborted);
    }
}
