using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Record.Importing;

namespace Voltloop.Web.Import;

/// <summary>The two forms of the page "Import": preview and commit.</summary>
internal static class ImportEndpoints
{
    /// <summary>Most files in one form.</summary>
    public const int MaxFiles = 20;

    /// <summary>Room for the other parts of the form beside the files, in bytes.</summary>
    private const long FormOverhead = 1024 * 1024;

    /// <summary>Largest form, in bytes: one file of the largest size, or several that are smaller together.</summary>
    private const long MaxForm = ImportLimits.MaxBytes + FormOverhead;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/import/preview", (Delegate)TakeFilesAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MaxForm), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxForm })
            .ExcludeFromDescription();
        routes.MapPost("/import/commit", (Delegate)CommitAllAsync).ExcludeFromDescription();
    }

    /// <summary>Refuses a form by its announced size, before a byte of it is read.</summary>
    public static void RefuseLarge(HttpRequest request)
    {
        if (request.Path == "/import/preview" && request.ContentLength > MaxForm)
        {
            throw new ProblemException(
                CommonProblems.LimitExceeded,
                $"The files have {request.ContentLength / (1024 * 1024)} MiB; the limit ImportLimits.MaxBytes is {ImportLimits.MaxBytes / (1024 * 1024)} MiB.",
                null,
                "Split the file, or import several files one after the other.");
        }
    }

    private static async Task<RazorComponentResult> TakeFilesAsync(IFormCollection form, IImportDesk desk, CancellationToken cancellation)
    {
        var files = form.Files;
        if (files.Count is 0 or > MaxFiles)
        {
            throw new ProblemException(CommonProblems.BadRequest, $"{files.Count} files were sent; 1 to {MaxFiles} are taken at a time.", null, "Go back and choose at least one file.");
        }

        var thing = form["thingId"].ToString().Trim();
        var upload = new UploadOptions(thing.Length == 0 ? null : thing, form["skipBadRows"] == "true");
        var previews = new List<FilePreview>(files.Count);
        foreach (var file in files)
        {
            previews.Add(await PreviewAsync(file, upload, desk, cancellation));
        }

        return Page<Pages.ImportPreviewPage>(nameof(Pages.ImportPreviewPage.Previews), previews);
    }

    private static async Task<FilePreview> PreviewAsync(IFormFile file, UploadOptions upload, IImportDesk desk, CancellationToken cancellation)
    {
        var name = Path.GetFileName(file.FileName);
        try
        {
            await using var content = file.OpenReadStream();
            return new FilePreview(name, await desk.PreviewAsync(name, content, upload, cancellation), null);
        }
        catch (ProblemException e)
        {
            return new FilePreview(name, null, e.Problem);
        }
    }

    private static async Task<RazorComponentResult> CommitAllAsync(IFormCollection form, IImportDesk desk, CancellationToken cancellation)
    {
        var results = new List<CommitResult>();
        foreach (var ticket in form["ticket"].OfType<string>().Take(MaxFiles))
        {
            results.Add(await CommitAsync(ticket, desk, cancellation));
        }

        return Page<Pages.ImportResultPage>(nameof(Pages.ImportResultPage.Results), results);
    }

    private static async Task<CommitResult> CommitAsync(string ticket, IImportDesk desk, CancellationToken cancellation)
    {
        try
        {
            return new CommitResult(await desk.CommitAsync(ticket, cancellation), null);
        }
        catch (ProblemException e)
        {
            return new CommitResult(null, e.Problem);
        }
    }

    private static RazorComponentResult Page<TComponent>(string parameter, object value) =>
        new(typeof(TComponent), new Dictionary<string, object?>(StringComparer.Ordinal) { [parameter] = value });
}
