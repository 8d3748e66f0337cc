using Microsoft.AspNetCore.Http;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Terms;
using Voltloop.Web.Assets;

namespace Voltloop.Web.Access;

/// <summary>Comes before every route: finds the actor, counts the request, keeps readers from writing, and logs what was read.</summary>
internal sealed class AccessMiddleware(RequestDelegate next, ActorResolver resolver, RequestLimits limits, AccessServices services)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments(AssetCatalog.Prefix, StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        http.Response.OnStarting(() => SetHeaders(http));
        var session = RequestActors.Set(http, await FindActorAsync(http));
        CheckChange(http, session.Actor);
        KeepView(http, session.Actor);
        await RunAsync(http, session);
    }

    private async Task RunAsync(HttpContext http, ActorSession session)
    {
        try
        {
            await next(http);
        }
        finally
        {
            var (entries, newest) = (session.Trail.Take(session.Actor, services.Clock.GetUtcNow()), session.Trail.Newest);
            if (entries.Count > 0 || (newest > 0 && services.IsDue(newest))) http.Response.OnCompleted(() => services.LogAsync(entries, newest));
        }
    }

    private async Task<Actor> FindActorAsync(HttpContext http)
    {
        try
        {
            var actor = await resolver.ResolveAsync(http, services.Vocabulary);
            if (actor.IsAnonymous) limits.Count(http);
            else limits.Count(http, actor);
            return actor;
        }
        catch (ProblemException e) when (e.Problem.Kind != AccessProblems.TooManyRequests)
        {
            // Guessing keys costs the guesser its bucket.
            limits.Count(http);
            throw;
        }
    }

    private static void CheckChange(HttpContext http, Actor actor)
    {
        var method = http.Request.Method;
        if (actor.IsWriter || HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || http.GetEndpoint() is not { } endpoint) return;
        var open = endpoint.Metadata.GetMetadata<OpenTo>();
        if (open == OpenTo.Anyone || (open == OpenTo.Known && !actor.IsAnonymous)) return;
        throw actor.IsAnonymous
            ? new ProblemException(AccessProblems.SignInRequired, "Without a login this server is read-only.", null, "Sign in at /sign-in, or send an API key or a token.")
            : new ProblemException(AccessProblems.Forbidden, $"{actor.Name} may read only{(actor.ViewsAs is { } view ? $" while seeing as {view}" : "")}.");
    }

    // A browser keeps the choice until it closes; it holds no identity. Programs say it each time.
    private static void KeepView(HttpContext http, Actor actor)
    {
        if (actor.IsAnonymous || !IsPage(http.Request) || http.Request.Query[ActorResolver.ViewParameter].ToString() is not { Length: > 0 }) return;
        if (actor.ViewsAs is { } view) http.Response.Cookies.Append(ActorResolver.ViewCookie, view, CookieRules(http, null));
        else http.Response.Cookies.Delete(ActorResolver.ViewCookie);
    }

    private static bool IsPage(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>How cookies are set: out of reach of scripts, not sent along by foreign pages.</summary>
    internal static CookieOptions CookieRules(HttpContext http, DateTimeOffset? expires) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Expires = expires, IsEssential = true, Path = "/",
    };

    // Answers differ by who asks; no cache may mix them up.
    private static Task SetHeaders(HttpContext http)
    {
        http.Response.Headers.Append("Vary", "Authorization, X-Api-Key, Cookie");
        if (!RequestActors.Of(http).Actor.IsAnonymous) http.Response.Headers.CacheControl = "private, no-cache";
        if (http.Response.StatusCode == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
