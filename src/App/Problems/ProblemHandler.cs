using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Voltloop.Core.Problems;
using Voltloop.Web.Http;

namespace Voltloop.App.Problems;

/// <summary>Answers any error of the API as RFC 9457 problem details, and any error of a page as a page.</summary>
internal sealed partial class ProblemHandler(ILogger<ProblemHandler> log, IProblemPage page) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = ProblemTranslation.Name(exception);
        if (problem.Kind.ExitCode == ProblemTranslation.UnexpectedExitCode)
        {
            LogUnexpected(log, exception, httpContext.Request.Method);
        }

        httpContext.Response.StatusCode = problem.Kind.HttpStatus;
        if (WantsPage(httpContext))
        {
            await page.WriteAsync(httpContext, problem);
            return true;
        }

        await WriteAsync(httpContext, problem, cancellationToken);
        return true;
    }

    /// <summary>Writes problem details as the answer.</summary>
    public static Task WriteAsync(HttpContext context, Problem problem, CancellationToken cancellation)
    {
        var details = ProblemTranslation.ToDetails(problem, context.Request.Path);
        return context.Response.WriteAsJsonAsync(details, JsonOutput.Options, "application/problem+json", cancellation);
    }

    private static bool WantsPage(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && context.Request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.Ordinal) == true);

    [LoggerMessage(Level = LogLevel.Error, Message = "Unforeseen error while answering a {Method} request.")]
    private static partial void LogUnexpected(ILogger log, Exception error, string method);
}
