using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Identities;
using Voltloop.Health.Web;
using Voltloop.Record.Importing;
using Voltloop.Web.Access;
using Voltloop.Web.Api;
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
            .WithName("AnalyseImpedance").Calculates()
            .WithSummary("Tests an impedance spectrum after Kramers and Kronig, fits a circuit to it and spreads it over relaxation times.")
            .WithDescription("Send the file of the instrument as the body. With thing the spectrum is kept: its points as a series of that battery, what they say as the statement impedanceAnalysis; without it nothing is written. circuit, for example R0-p(R1,C1)-p(R2-Wo1,C2); weight unit or modulus; inductive=true to fit inductive points too. Example: curl --data-binary @cell.DTA 'http://127.0.0.1:5080/api/v1/impedance?name=cell.DTA'")
            .TakesTable();
        routes.MapPost("/impedance", (Delegate)ShowAsync).Calculates()
            .WithMetadata(
                new RequestSizeLimitAttribute(ImpedanceFileReader.MaxBytes + FormOverhead),
                new RequestFormLimitsAttribute { MultipartBodyLengthLimit = ImpedanceFileReader.MaxBytes + FormOverhead })
            .ExcludeFromDescription();
    }

    private static async Task<Ok<ImpedanceResource>> AnalyseAsync(HttpContext context, [AsParameters] ImpedanceUpload upload, [AsParameters] ImpedanceRequest request, SpectrumKeeper keeper)
    {
        var source = await context.FileAsync(upload.Name, context.RequestAborted);
        var result = ImpedanceAnalysis.Of(ImpedanceFileReader.Read(source), request, context.RequestAborted);
        if (upload.Thing is { } thing) await KeepAsync(context, thing, (source, result), keeper);
        return TypedResults.Ok(result);
    }

    private static async Task KeepAsync(HttpContext context, string thing, (ImportSource Source, ImpedanceResource Result) of, SpectrumKeeper keeper) =>
        await keeper.KeepAsync(ThingId.Parse(thing), of.Source, of.Result, ImportRequest.IssuerOf(RequestActors.Of(context).Actor), context.RequestAborted);

    private static async Task<RazorComponentResult> ShowAsync(HttpContext context, IFormFile file, [FromForm] ImpedanceFields fields, SpectrumKeeper keeper)
    {
        var source = await file.FileAsync(context.RequestAborted);
        var result = ImpedanceAnalysis.Of(ImpedanceFileReader.Read(source), new ImpedanceRequest(fields.Circuit, fields.Weight), context.RequestAborted);
        if (!string.IsNullOrWhiteSpace(fields.Thing)) await KeepAsync(context, fields.Thing.Trim(), (source, result), keeper);
        return new RazorComponentResult(typeof(ImpedanceResultPage), new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ImpedanceResultPage.Result)] = result });
    }
}
