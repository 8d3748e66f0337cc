using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Voltloop.Web.Http;

namespace Voltloop.Passport.RenderCarrier;

/// <summary><c>GET /api/v1/passports/{id}/qr.svg</c> and <c>qr.png</c>.</summary>
internal static class CarrierEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/passports/{id}/qr.svg", (HttpContext http, CarrierRenderer renderer, RouteThingId thing) => renderer.SvgAsync(http, thing.Id))
            .WithName("GetQrSvg").WithSummary("QR code of the passport's link as SVG: error correction M, quiet zone of 4 modules.")
            .Produces(StatusCodes.Status200OK, contentType: "image/svg+xml");
        api.MapGet("/passports/{id}/qr.png", (HttpContext http, CarrierRenderer renderer, RouteThingId thing) => renderer.PngAsync(http, thing.Id))
            .WithName("GetQrPng").WithSummary("QR code of the passport's link as PNG: error correction M, quiet zone of 4 modules.")
            .Produces(StatusCodes.Status200OK, contentType: "image/png");
        api.MapGet("/passports/{id}/carrier", async (HttpContext http, CarrierRenderer renderer, RouteThingId thing) => Etagged.Json(await renderer.FactsAsync(http, thing.Id)))
            .WithName("GetCarrier").WithSummary("What has to be known to print the carrier: link, modules, quiet zone, error correction, smallest width in mm.");
    }
}
