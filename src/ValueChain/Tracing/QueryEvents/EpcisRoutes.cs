using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Web.Http;

namespace Voltloop.Tracing.QueryEvents;

/// <summary>What all routes of the EPCIS interface share: where they stand, and the headers that tell what is spoken here.</summary>
internal static class EpcisRoutes
{
    /// <summary>Path of the interface.</summary>
    public const string Path = "/api/v1/epcis";

    /// <summary>The group of all routes.</summary>
    public static RouteGroupBuilder MapEpcis(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapApi("Events").MapGroup("/epcis");
        group.AddEndpointFilter((context, next) =>
        {
            Describe(context.HttpContext);
            return next(context);
        });
        return group;
    }

    /// <summary>Base address of the interface as the caller reaches it.</summary>
    public static string Base(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{Path}";

    /// <summary>Says where the next page is.</summary>
    public static void AddNext(HttpContext http, string token)
    {
        var query = http.Request.Query.Where(p => p.Key != "nextPageToken").SelectMany(p => p.Value.Select(v => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(v ?? "")}"));
        http.Response.Headers.Link = $"<{Base(http)}{http.Request.Path.Value![Path.Length..]}?{string.Join('&', query.Append("nextPageToken=" + Uri.EscapeDataString(token)))}>; rel=\"next\"";
    }

    private static void Describe(HttpContext http)
    {
        var limits = http.RequestServices.GetRequiredService<CaptureDesk>().Limits;
        var headers = http.Response.Headers;
        headers["GS1-EPCIS-Version"] = "2.0.0";
        headers["GS1-EPCIS-Min"] = "2.0.0";
        headers["GS1-EPCIS-Max"] = "2.0.0";
        headers["GS1-CBV-Version"] = "2.0.0";
        headers["GS1-CBV-XML-Format"] = "Always_Web_URI";
        headers["GS1-Vendor-Version"] = "voltloop";
        headers["GS1-EPCIS-Capture-Limit"] = limits.MaxEvents.ToString(CultureInfo.InvariantCulture);
        headers["GS1-EPCIS-Capture-File-Size-Limit"] = limits.MaxBytes.ToString(CultureInfo.InvariantCulture);
    }
}
