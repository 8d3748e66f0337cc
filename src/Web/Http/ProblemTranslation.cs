using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Voltloop.Core.Problems;

namespace Voltloop.Web.Http;

/// <summary>The one translation of errors: to a <see cref="Problem"/>, to RFC 9457 problem details, to an exit code and a line.</summary>
public static class ProblemTranslation
{
    /// <summary>Exit code of an error that nobody named: a defect.</summary>
    public const int UnexpectedExitCode = 70;

    private static readonly ProblemKind Unexpected = new("unexpected", "Something went wrong on our side.", 500, UnexpectedExitCode);
    private static readonly ProblemKind Interrupted = new("interrupted", "Stopped on request.", 499, 130);

    /// <summary>Names any exception; details of unforeseen ones stay in the log.</summary>
    public static Problem Name(Exception error) => error switch
    {
        ProblemException named => named.Problem,
        BadHttpRequestException { StatusCode: 413 } => new Problem(CommonProblems.LimitExceeded, $"The request is too large: {error.Message}"),
        BadHttpRequestException bad when bad.InnerException is ProblemException inner => inner.Problem,
        BadHttpRequestException { InnerException: JsonException json } => new Problem(CommonProblems.MalformedInput, $"The body is not JSON of the form expected: {json.Message}", json.Path),
        BadHttpRequestException => new Problem(CommonProblems.BadRequest, error.Message),
        JsonException json => new Problem(CommonProblems.MalformedInput, json.Message, json.Path),
        OperationCanceledException => new Problem(Interrupted, "Stopped before the end; nothing half done was kept."),
        _ => new Problem(Unexpected, $"{error.GetType().Name}. The log has the details."),
    };

    /// <summary>RFC 9457 problem details.</summary>
    public static ProblemDetails ToDetails(Problem problem, string? instance)
    {
        var details = new ProblemDetails
        {
            Type = $"urn:voltloop:problem:{problem.Kind.Code}",
            Title = problem.Kind.Title,
            Status = problem.Kind.HttpStatus,
            Detail = problem.Detail,
            Instance = instance,
        };
        details.Extensions["code"] = problem.Kind.Code;
        AddIfPresent(details, "location", problem.Location);
        AddIfPresent(details, "remedy", problem.Remedy);
        return details;
    }

    private static void AddIfPresent(ProblemDetails details, string name, string? value)
    {
        if (value is not null)
        {
            details.Extensions[name] = value;
        }
    }
}
