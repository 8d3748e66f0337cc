using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Health.Web;
using Voltloop.Record.Importing;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Health.ValidateBdf;

/// <summary>Validation over HTTP: the file is the body, or comes from the form of the page.</summary>
internal static class BdfEndpoint
{
    /// <summary>Most bytes of the form beside the file.</summary>
    private const long FormOverhead = 1024 * 1024;

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapApi("Health")
            .MapPost("/bdf/validations", ValidateAsync)
            .WithName("ValidateBdf").Calculates()
            .WithSummary("Says whether a file keeps the Battery Data Format 1.3.0, with every broken rule and its line.")
            .WithDescription("Send the bytes as the body, gzip or not; nothing is written. Example: curl --data-binary @test.bdf.csv 'http://127.0.0.1:5080/api/v1/bdf/validations?name=test.bdf.csv'")
            .Accepts<byte[]>("application/octet-stream", "text/csv", "application/gzip")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .DisableAntiforgery();
        routes.MapPost("/bdf", (Delegate)ShowAsync).Calculates()
            .WithMetadata(
                new RequestSizeLimitAttribute(ImportLimits.MaxBytes + FormOverhead),
                new RequestFormLimitsAttribute { MultipartBodyLengthLimit = ImportLimits.MaxBytes + FormOverhead })
            .ExcludeFromDescription();
    }

    private static async Task<Ok<BdfVerdict>> ValidateAsync(HttpContext context, string? name, CancellationToken cancellation)
    {
        var source = await context.FileAsync(name, cancellation);
        return TypedResults.Ok(BdfValidator.Validate(source));
    }

    private static async Task<RazorComponentResult> ShowAsync(IFormFile file, CancellationToken cancellation)
    {
        var source = await file.FileAsync(cancellation);
        return new RazorComponentResult(
            typeof(BdfVerdictPage), new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(BdfVerdictPage.Result)] = BdfValidator.Validate(source) });
    }
}
