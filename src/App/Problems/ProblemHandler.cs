using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Voltloop.Core.Problems;
using Voltloop.Web.Http;

namespace Voltloop.App.Problems;

/// <summary>Answers any error of the API as RFC 9457 problem details; errors of pages are shown by the shell before they get here.</summary>
internal sealed partial class ProblemHandler(ILogger<ProblemHandler> log) : IExceptionHandler
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
        await WriteAsync(httpContext, problem, cancellationToken);
        return true;
    }

    private static Task WriteAsync(HttpContext context, Problem problem, CancellationToken cancellation)
    {
        var details = ProblemTranslation.ToDetails(problem, context.Request.Path);
        return context.Response.WriteAsJsonAsync(details, JsonOutput.Options, "application/problem+json", cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Unforeseen error while answering a {Method} request.")]
    private static partial void LogUnexpected(ILogger log, Exception error, string method);
}
