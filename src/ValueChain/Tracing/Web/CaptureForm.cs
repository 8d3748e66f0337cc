using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Tracing.CaptureEvents;

namespace Voltloop.Tracing.Web;

/// <summary>The form of the page of events.</summary>
internal static class CaptureForm
{
    private const long MaxForm = 34L * 1024 * 1024;

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/events/capture", (Delegate)CaptureAsync)
        .WithMetadata(new RequestSizeLimitAttribute(MaxForm), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxForm }).ExcludeFromDescription();

    private static async Task<IResult> CaptureAsync(IFormFile document, [FromForm] bool? proceed, CaptureDesk desk, CancellationToken cancellation)
    {
        desk.CheckSize(document.Length);
        using var bytes = new MemoryStream((int)document.Length);
        await document.CopyToAsync(bytes, cancellation);
        var result = await desk.CaptureAsync(new CaptureRequest(bytes.ToArray(), proceed != true) { Name = document.FileName }, cancellation);
        return TypedResults.Redirect($"/events?captured={result.Job.Id}");
    }
}
