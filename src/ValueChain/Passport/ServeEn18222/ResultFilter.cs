using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Voltloop.Core.Problems;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Answers errors of these routes as Result messages instead of problem details.</summary>
internal sealed partial class ResultFilter(En18222Profiles profiles, IOptions<En18222Options> options, TimeProvider clock, ILogger<ResultFilter> log) : IEndpointFilter
{
    private const int MostMessages = 200;

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
            var problem = ProblemTranslation.Name(fault);
            if (problem.Kind.HttpStatus == StatusCodes.Status500InternalServerError) LogUnexpected(log, fault);
            return Answer(context.HttpContext, [problem]);
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
