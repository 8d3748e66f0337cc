using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Terms;
using Voltloop.Web.Api;
using Voltloop.Web.Http;

namespace Voltloop.Web.Access;

/// <summary>Who is asking, keys, rights and the access log over HTTP.</summary>
public static class AccessEndpoints
{
    private const int UsualLogPage = 100;
    private const int MaxLogPage = 1000;

    /// <summary>Maps the routes.</summary>
    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Access").ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).DisableAntiforgery();
        api.MapGet("/me", (IActorSource actors) => MeResource.Of(actors.Current.Actor)).WithName("GetMe").WithSummary("Who is asking, and for which audiences.");
        MapKeys(api);
        MapGrants(api);
        PasskeyEndpoints.Map(api);
        api.MapDelete("/sessions", EndSessionsAsync).WithName("EndSessions").WithSummary("Emergency: signs an account out everywhere, at once; everybody, for the keeper who names no account.").WithMetadata(OpenTo.Known);
        api.MapPost("/hand-overs", HandOverAsync).WithName("HandOver").WithSummary("Hands over responsibility for a thing or a model.");
        api.MapGet("/access-log", ReadLogAsync).WithName("GetAccessLog").WithSummary("The access log with its hash chain, checked; for whoever runs the store.");
    }

    private static void MapKeys(RouteGroupBuilder api)
    {
        api.MapGet("/keys", (KeyDesk keys) => keys.List().Select(key => KeyResource.Of(key))).WithName("ListKeys").WithSummary("API keys of the actor's operator.");
        api.MapPost("/keys", AddKeyAsync).WithName("AddKey").WithSummary("Makes an API key; it is shown this once.").WithMetadata(OpenTo.Known);
        api.MapDelete("/keys/{keyId}", RevokeKeyAsync).WithName("RevokeKey").WithSummary("Revokes an API key, at once.").WithMetadata(OpenTo.Known);
    }

    private static void MapGrants(RouteGroupBuilder api)
    {
        api.MapGet("/grants", (RightsDesk rights) => rights.List().Select(GrantResource.Of)).WithName("ListGrants").WithSummary("Grants that the actor's operator gave or holds.");
        api.MapPost("/grants", AddGrantAsync).WithName("AddGrant").WithSummary("Gives an operator a right; never more than the actor holds.");
        api.MapDelete("/grants/{grantId}", RevokeGrantAsync).WithName("RevokeGrant").WithSummary("Takes a right back, at once.");
        api.MapDelete("/grants", RevokeAllAsync).WithName("RevokeAllGrants").WithSummary("Emergency: takes back everything an operator holds from the actor, at once.");
    }

    private static async Task<Created<KeyResource>> AddKeyAsync(KeyRequest body, KeyDesk keys)
    {
        var made = await keys.AddAsync(body);
        return TypedResults.Created($"/api/v1/keys/{made.Key.Id}", KeyResource.Of(made.Key, made.Secret));
    }

    private static async Task<NoContent> RevokeKeyAsync(string keyId, KeyDesk keys)
    {
        await keys.RevokeAsync(keyId);
        return TypedResults.NoContent();
    }

    private static async Task<Created<GrantResource>> AddGrantAsync(GrantResource body, RightsDesk rights, IVocabulary vocabulary, CancellationToken cancellation)
    {
        var grant = await rights.GrantAsync(body.ToRequest(), vocabulary, cancellation);
        return TypedResults.Created($"/api/v1/grants/{grant.Id}", GrantResource.Of(grant));
    }

    private static async Task<NoContent> RevokeGrantAsync(string grantId, RightsDesk rights, CancellationToken cancellation)
    {
        await rights.RevokeAsync(grantId, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RevokeAllAsync(string grantee, RightsDesk rights, CancellationToken cancellation)
    {
        await rights.RevokeAllAsync(ThingId.Parse(grantee), cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EndSessionsAsync(string? account, SessionDesk sessions)
    {
        await sessions.EndAllAsync(account);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> HandOverAsync(HandOverBody body, RightsDesk rights, CancellationToken cancellation)
    {
        await rights.HandOverAsync(ThingId.Parse(body.Thing), ThingId.Parse(body.Operator), body.From, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<AccessLogResource> ReadLogAsync(AccessLogReader log, long? from, int? limit, CancellationToken cancellation) =>
        await log.ReadAsync(from ?? 1, PageLimit.Read(limit, UsualLogPage, MaxLogPage), cancellation);
}
