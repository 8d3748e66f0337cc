using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Web.Access;
using Voltloop.Web.Api;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>The form of the grading bench.</summary>
internal static class GradingForm
{
    /// <summary>Path of the page.</summary>
    public const string Page = "/health/grading";

    /// <summary>Where the form is sent.</summary>
    public const string Action = Page + "/file";

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Action, (Delegate)GradeAsync).Calculates()
        .WithMetadata(new RequestSizeLimitAttribute(2 * GradingEndpoint.MostBytes), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = 2 * GradingEndpoint.MostBytes }).ExcludeFromDescription();

    private static async Task<IResult> GradeAsync(HttpContext http, IFormFile? table, [FromForm] GradingFields fields, [AsParameters] GradingTools tools)
    {
        var cancellation = http.RequestAborted;
        try
        {
            var text = await ReadAsync(table, cancellation);
            var request = fields.Request();
            var name = await tools.Bench.GradeAsync(text, request.ReadPolicy(), request.ReadModuleSize(), cancellation);
            if (request.Record is true && tools.Bench.Find(name) is { } report) await tools.Keeper.KeepAsync(report, ImportRequest.IssuerOf(RequestActors.Of(http).Actor), cancellation);
            return TypedResults.Redirect($"{Page}?report={name}#report");
        }
        catch (ProblemException refused) when (refused.Problem.Kind.HttpStatus is >= 400 and < 500)
        {
            return TypedResults.Redirect($"{Page}?problem={Uri.EscapeDataString(refused.Problem.ToString())}");
        }
    }

    // Without a file the example is graded.
    private static async Task<string> ReadAsync(IFormFile? table, CancellationToken cancellation)
    {
        if (table is null || table.Length == 0) return await File.ReadAllTextAsync(GradeReference.Example, cancellation);
        if (table.Length > GradingEndpoint.MostBytes) throw new ProblemException(CommonProblems.LimitExceeded, $"The table has more than {GradingEndpoint.MostBytes} bytes.");
        using var reader = new StreamReader(table.OpenReadStream());
        return await reader.ReadToEndAsync(cancellation);
    }
}
