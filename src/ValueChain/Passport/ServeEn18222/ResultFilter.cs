using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Voltloop.Core.Problems;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Answers errors of these routes as Result messages instead of problem details.</summary>
internal sealed partial class ResultFilter(En18222Profiles profiles, IOptions<En18222Options> options, TimeProvider clock, ILogger<ResultFilter> log) : IEndpointFilter
{
    private const int MostMessages = 200;
    private static readonly ProblemKind Unexpected = new("unexpected", "An error that nobody foresaw.", 500, 70);

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (BatchFailure batch)
        {
            return Answer(context.HttpContext, batch.Problems.Take(MostMessages).ToList());
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return Answer(context.HttpContext, [Name(fault)]);
        }
    }

    private Problem Name(Exception fault)
    {
        switch (fault)
        {
            case ProblemException named:
                return named.Problem;
            case BadHttpRequestException { StatusCode: 413 }:
                return new Problem(CommonProblems.LimitExceeded, $"The request is too large: {fault.Message}");
            case BadHttpRequestException or JsonException:
                return new Problem(CommonProblems.MalformedInput, fault.Message);
            default:
                LogUnexpected(log, fault);
                return new Problem(Unexpected, $"{fault.GetType().Name}. The log has the details.");
        }
    }

    private DppAnswer Answer(HttpContext http, IReadOnlyList<Problem> problems)
    {
        var (profile, status) = (Profile(http), problems[0].Kind.HttpStatus);
        var correlation = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        var result = DppResult.Wrapped(DppResult.Of(problems, profile, correlation, clock.GetUtcNow()), profile, status);
        return new DppAnswer(status, DppAnswer.Bytes(result), MediaChoice.Json);
    }

    // An unknown profile is itself an error, which is told in the default one.
    private En18222Profile Profile(HttpContext http)
    {
        try
        {
            return En18222Call.ProfileOf(http, profiles, options);
        }
        catch (ProblemException)
        {
            return profiles.Get(options.Value.Profile);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Unforeseen error of the EN 18222 API.")]
    private static partial void LogUnexpected(ILogger log, Exception error);
}
