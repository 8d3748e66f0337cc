using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Trust;
using Voltloop.Record.Signing;
using Voltloop.Web.Access;
using Voltloop.Web.Pages;

namespace Voltloop.Web.Api;

/// <summary>The form of the page "Verify".</summary>
public static class VerificationEndpoints
{
    /// <summary>Maps the form.</summary>
    public static void MapVerification(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/verify", (Delegate)VerifyAsync).WithMetadata(OpenTo.Anyone).ExcludeFromDescription();

    private static async Task<RazorComponentResult> VerifyAsync(IFormFile file, IFormFile? trust, IRecordLog log, TimeProvider time)
    {
        var content = await ReadAsync(file);
        IKeyResolver keys = trust is { Length: > 0 } ? TrustListJson.Read(await ReadAsync(trust)) : log.Keys.AsTrustList("This node");
        var report = SavedArtefact.Verify(content, new VerificationContext(keys, time.GetUtcNow()));
        return new RazorComponentResult(typeof(VerifyResultPage), new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(VerifyResultPage.Report)] = report,
            [nameof(VerifyResultPage.FileName)] = Path.GetFileName(file.FileName),
        });
    }

    private static async Task<byte[]> ReadAsync(IFormFile file)
    {
        if (file.Length > SavedArtefact.MaxBytes)
        {
            throw new ProblemException(CommonProblems.LimitExceeded, $"{file.FileName} has {file.Length} bytes; the limit SavedArtefact.MaxBytes is {SavedArtefact.MaxBytes}.");
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return content.ToArray();
    }
}
