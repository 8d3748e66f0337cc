using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Voltloop.Core.Problems;
using Voltloop.Web.Http;

namespace Voltloop.Web.Shell;

/// <summary>Answers a browser that met a problem with a page of the shell. Programs get what the host gives them.</summary>
internal sealed class PageErrors(RequestDelegate next, ILogger<PageErrors> log)
{
    private static readonly ProblemKind OnlyForms = new("method-not-allowed", "The address does not take this kind of request.", 405, 2);

    public async Task InvokeAsync(HttpContext http)
    {
        if (!WantsPage(http.Request))
        {
            await next(http);
            return;
        }

        var problem = await RunAsync(http) ?? MissingPage(http);
        if (problem is not null && !http.Response.HasStarted)
        {
            await ShowAsync(http, problem);
        }
    }

    private async Task<Problem?> RunAsync(HttpContext http)
    {
        try
        {
            await next(http);
            return null;
        }
        catch (Exception e) when (!http.Response.HasStarted && e is not OperationCanceledException)
        {
            var problem = ProblemTranslation.Name(e);
            if (problem.Kind.ExitCode == ProblemTranslation.UnexpectedExitCode) log.LogError(e, "A page failed: {Route}", (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
            return problem;
        }
    }

    private static Problem? MissingPage(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound when IsBare(http.Response) => new Problem(CommonProblems.NotFound, "There is no page at this address.", http.Request.Path),
        StatusCodes.Status400BadRequest when IsBare(http.Response) => new Problem(CommonProblems.BadRequest, "The form has expired or came from elsewhere.", null, "Go back, load the page again and send the form once more."),
        StatusCodes.Status405MethodNotAllowed when IsBare(http.Response) => new Problem(OnlyForms, "This address only takes forms.", http.Request.Path, "Open the page that has the form."),
        _ => null,
    };

    private static bool IsBare(HttpResponse response) => response.ContentType is null && response.ContentLength is null or 0;

    private static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments(Assets.AssetCatalog.Prefix, StringComparison.Ordinal)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static async Task ShowAsync(HttpContext http, Problem problem)
    {
        // The failed page has used up the renderer's services of this request: the answer gets fresh ones.
        await using var scope = http.RequestServices.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        http.Response.Clear();
        SecurityHeaders.Set(http);
        http.Response.StatusCode = problem.Kind.HttpStatus;
        var page = new RazorComponentResult<Pages.ProblemPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(Pages.ProblemPage.Problem)] = problem })
        {
            StatusCode = problem.Kind.HttpStatus,
        };
        await page.ExecuteAsync(http);
    }
}
