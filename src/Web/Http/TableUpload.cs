using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Voltloop.Record.Importing;

namespace Voltloop.Web.Http;

/// <summary>Files that come as the body of a request or in a form, within <see cref="ImportLimits"/>.</summary>
public static class TableUpload
{
    private const string Unnamed = "upload";

    /// <summary>Says that an endpoint takes a table as its body.</summary>
    public static RouteHandlerBuilder TakesTable(this RouteHandlerBuilder route) => route
        .Accepts<byte[]>("application/octet-stream", "text/csv", "text/plain")
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .DisableAntiforgery();

    /// <summary>The body as a file.</summary>
    /// <param name="http">The request.</param>
    /// <param name="name">File name, which messages repeat.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="Core.Problems.ProblemException">It is larger than an import may be, before or after it is unpacked.</exception>
    public static Task<ImportSource> FileAsync(this HttpContext http, string? name, CancellationToken cancellation)
    {
        ImportIntake.CheckDeclaredSize(name ?? Unnamed, http.Request.ContentLength);
        return ImportIntake.ReadAsync(name ?? Unnamed, http.Request.Body, cancellation);
    }

    /// <summary>A file of a form.</summary>
    /// <inheritdoc cref="FileAsync(HttpContext, string?, CancellationToken)" path="/exception"/>
    public static async Task<ImportSource> FileAsync(this IFormFile file, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        return await ImportIntake.ReadAsync(Path.GetFileName(file.FileName), content, cancellation);
    }

    /// <summary>A file of a form that may be left out or empty.</summary>
    /// <inheritdoc cref="FileAsync(HttpContext, string?, CancellationToken)" path="/exception"/>
    public static async Task<ImportSource?> FileOrNullAsync(this IFormFile? file, CancellationToken cancellation) =>
        file is { Length: > 0 } ? await file.FileAsync(cancellation) : null;
}
