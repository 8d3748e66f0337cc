using Microsoft.AspNetCore.Http;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Terms;

namespace Voltloop.Web.Access;

/// <summary>Finds out who sends a request: a key or token, a cookie, the desk, or nobody in particular.</summary>
/// <param name="keys">Recognises API keys.</param>
/// <param name="sessions">Recognises cookies.</param>
/// <param name="tokens">Recognises tokens.</param>
/// <param name="desk">Recognises the desk.</param>
public sealed class ActorResolver(KeyDesk keys, SessionDesk sessions, TokenDesk tokens, DeskMode desk)
{
    /// <summary>Name of the cookie of a signed-in browser.</summary>
    public const string SessionCookie = "voltloop-session";

    /// <summary>Name of the cookie that keeps through whose eyes the visitor looks.</summary>
    public const string ViewCookie = "voltloop-view";

    /// <summary>Name of the query parameter that says the same for one request; it only ever narrows.</summary>
    public const string ViewParameter = "audience";

    private const string Bearer = "Bearer ";

    /// <summary>Whether a request carries a credential of its own, as programs send it.</summary>
    public static bool HasCredential(HttpRequest request) => Credential(request) is not null;

    /// <summary>The actor of a request.</summary>
    /// <exception cref="ProblemException">A credential was sent and is not valid, or the actor asks to see as an audience that is not its own.</exception>
    public async ValueTask<Actor> ResolveAsync(HttpContext http, Vocabulary vocabulary)
    {
        if (Credential(http.Request) is { } secret)
        {
            var program = secret.StartsWith(KeyDesk.Prefix, StringComparison.Ordinal) ? keys.Recognise(secret) : await tokens.RecogniseAsync(secret, http.RequestAborted);
            return AsAsked(http.Request, program, vocabulary) ?? program;
        }

        var visitor = IsForeignChange(http.Request) ? Actor.Anonymous : Visitor(http);
        return AsAsked(http.Request, visitor, vocabulary) ?? AsKept(http.Request, visitor);
    }

    private Actor Visitor(HttpContext http)
    {
        if (http.Request.Cookies[SessionCookie] is { Length: > 0 } cookie && sessions.Recognise(cookie) is { } visitor) return visitor;
        return desk.AppliesTo(http) ? desk.Operator : Actor.Anonymous;
    }

    private static string? Credential(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return header[Bearer.Length..].Trim();
        return request.Headers["X-Api-Key"].ToString() is { Length: > 0 } key ? key : null;
    }

    // A foreign page can make a browser send forms here; what it sends counts as sent by nobody.
    private static bool IsForeignChange(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return false;
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is not ("same-origin" or "none");
        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    private static Actor? AsAsked(HttpRequest request, Actor actor, Vocabulary vocabulary)
    {
        if (request.Query[ViewParameter].ToString() is not { Length: > 0 } asked) return null;
        vocabulary.Audiences.Get(asked);
        if (string.Equals(asked, actor.View, StringComparison.Ordinal)) return actor;
        return MaySeeAs(actor, asked) ? actor.SeeingAs(asked) : throw new ProblemException(
            AccessProblems.AudienceNotOpen, $"{actor.Name} does not belong to the audience \"{asked}\".", ViewParameter, "Leave it out to read all that you may read.");
    }

    // What a browser kept may be out of date: another account, another table. It is no reason to refuse a page.
    private static Actor AsKept(HttpRequest request, Actor actor) =>
        request.Cookies[ViewCookie] is { Length: > 0 } kept && kept != actor.View && MaySeeAs(actor, kept) ? actor.SeeingAs(kept) : actor;

    // Looking through other eyes only ever narrows: the keeper sees everything, and everyone else sees at least the public part.
    private static bool MaySeeAs(Actor actor, string audience) => !actor.IsAnonymous
        && (actor.IsKeeper || string.Equals(audience, AudiencePolicy.Public, StringComparison.Ordinal) || actor.Audiences.Contains(audience));
}
