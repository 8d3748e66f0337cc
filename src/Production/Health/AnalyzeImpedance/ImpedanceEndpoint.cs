using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Health.Web;
using Voltloop.Record.Importing;
using Voltloop.Web.Http;

namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>Analysis of a spectrum over HTTP: the file is the body, or comes from the form of the page.</summary>
internal static class ImpedanceEndpoint
{
    private const long FormOverhead = 1024 * 1024;

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapApi("Health")
            .MapPost("/impedance", AnalyseAsync)
            .WithName("AnalyseImpedance")
            .WithSummary("Tests an impedance spectrum after Kramers and Kronig, fits a circuit to it and spreads it over relaxation times.")
            .WithDescription("Send the file of the instrument as the body; nothing is written. circuit, for example R0-p(R1,C1)-p(R2-Wo1,C2); weight unit or modulus; inductive=true to fit inductive points too. Example: curl --data-binary @cell.DTA 'http://127.0.0.1:5080/api/v1/impedance?name=cell.DTA'")
            .Accepts<byte[]>("application/octet-stream", "text/csv", "text/plain")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .DisableAntiforgery();
        routes.MapPost("/impedance", (Delegate)ShowAsync)
            .WithMetadata(
                new RequestSizeLimitAttribute(ImpedanceFileReader.MaxBytes + FormOverhead),
                new RequestFormLimitsAttribute { MultipartBodyLengthLimit = ImpedanceFileReader.MaxBytes + FormOverhead })
            .ExcludeFromDescription();
    }

    private static async Task<Ok<ImpedanceResource>> AnalyseAsync(HttpContext context, string? name, [AsParameters] ImpedanceRequest request, CancellationToken cancellation)
    {
        ImportIntake.CheckDeclaredSize(name ?? "upload", context.Request.ContentLength);
        var source = await ImportIntake.ReadAsync(name ?? "upload", context.Request.Body, cancellation);
        return TypedResults.Ok(ImpedanceAnalysis.Of(ImpedanceFileReader.Read(source), request, cancellation));
    }

    private static async Task<RazorComponentResult> ShowAsync(IFormFile file, [FromForm] string? circuit, [FromForm] string? weight, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        var source = await ImportIntake.ReadAsync(Path.GetFileName(file.FileName), content, cancellation);
        var result = ImpedanceAnalysis.Of(ImpedanceFileReader.Read(source), new ImpedanceRequest(circuit, weight), cancellation);
        return new RazorComponentResult(typeof(ImpedanceResultPage), new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ImpedanceResultPage.Result)] = result });
    }
}
