using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Voltloop.App.Operations;

/// <summary>
/// A span and a log line for each request: method, route (never the path, which names batteries and people), status and time. The web
/// server's own spans would carry the path and the address.
/// </summary>
internal sealed partial class RequestTelemetry(ILogger<RequestTelemetry> log) : IDisposable
{
    /// <summary>Name of the source of spans.</summary>
    public const string Source = "Voltloop.Requests";

    private static readonly HashSet<string> Methods = new(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE"], StringComparer.Ordinal);

    private readonly ActivitySource _spans = new(Source);

    /// <summary>Answers the request and tells how it went, when anybody listens.</summary>
    public Task InvokeAsync(HttpContext http, RequestDelegate next) =>
        _spans.HasListeners() || log.IsEnabled(LogLevel.Information) ? TellAsync(http, next) : next(http);

    private async Task TellAsync(HttpContext http, RequestDelegate next)
    {
        var server = Activity.Current;
        using var span = Begin(http.Request);
        var began = Stopwatch.GetTimestamp();
        await next(http);
        var route = RouteOf(http);
        if (span is not null) Name(span, http, route);
        LogAnswered(log, MethodOf(http.Request), route, http.Response.StatusCode, Stopwatch.GetElapsedTime(began).TotalMilliseconds, (span ?? server)?.TraceId.ToString());
        Activity.Current = server;
    }

    /// <inheritdoc/>
    public void Dispose() => _spans.Dispose();

    // A trace that the sender began goes on (W3C Trace Context); nothing else of its headers is kept.
    private Activity? Begin(HttpRequest request)
    {
        // The web server's own activity, which nobody collects, must not become the parent: what it does not record would not be either.
        Activity.Current = null;
        return _spans.StartActivity(MethodOf(request), ActivityKind.Server, ActivityContext.TryParse(request.Headers.TraceParent, null, isRemote: true, out var parent) ? parent : default);
    }

    private static void Name(Activity span, HttpContext http, string route)
    {
        span.DisplayName = $"{MethodOf(http.Request)} {route}";
        span.SetTag("http.request.method", MethodOf(http.Request));
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", http.Response.StatusCode);
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError) span.SetStatus(ActivityStatusCode.Error);
    }

    // A method that HTTP does not know is any text the sender likes: it is told as OpenTelemetry's conventions say.
    private static string MethodOf(HttpRequest request) => Methods.TryGetValue(request.Method, out var known) ? known : "_OTHER";

    // An error handler clears the endpoint and remembers it.
    private static string RouteOf(HttpContext http) =>
        (http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint) is RouteEndpoint { RoutePattern.RawText: { } route } ? route : "(no route)";

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Milliseconds:0.0} ms, trace {Trace}")]
    private static partial void LogAnswered(ILogger log, string method, string route, int status, double milliseconds, string? trace);
}
