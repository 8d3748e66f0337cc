using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Web.Http;

namespace Voltloop.Web.Api;

/// <summary>Documents over HTTP, by their content's hash.</summary>
public static class DocumentEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder routes) => routes.MapApi("Record")
        .MapGet("/documents/{sha256}", OpenAsync)
        .WithName("GetDocument")
        .WithSummary("The bytes of a document, for whoever may read a statement that names it.");

    // A document is a stranger's file: it is handed over, never shown as a page of this server.
    private static async Task<FileStreamHttpResult> OpenAsync(string sha256, HttpContext http, IRecordReader record, CancellationToken cancellation)
    {
        var document = await record.FindDocumentAsync(sha256, cancellation) ?? throw new ProblemException(CommonProblems.NotFound, "There is no such document.");
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.Stream(await record.OpenDocumentAsync(sha256, cancellation), document.MediaType, document.Name);
    }
}
