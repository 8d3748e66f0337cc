using Microsoft.AspNetCore.Http;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>
/// Knows the actor of the request at hand. Code that runs for no request runs in the house: start-up, projections that a
/// room rebuilds. What such code keeps must not be shown without asking the policy.
/// </summary>
/// <param name="requests">Finds the request.</param>
/// <param name="settings">Names the keeper.</param>
public sealed class RequestActors(IHttpContextAccessor requests, AccessSettings settings) : IActorSource
{
    private static readonly object Key = new();

    /// <inheritdoc/>
    public ActorSession Current => requests.HttpContext is { } http
        ? Of(http)
        : new ActorSession(Actor.Keeper(settings.Keeper, "house", "house"));

    /// <summary>The session of a request; anonymous until the middleware has looked.</summary>
    public static ActorSession Of(HttpContext http)
    {
        if (http.Items[Key] is ActorSession session) return session;
        return Set(http, Actor.Anonymous);
    }

    internal static ActorSession Set(HttpContext http, Actor actor)
    {
        var session = new ActorSession(actor);
        http.Items[Key] = session;
        return session;
    }
}
