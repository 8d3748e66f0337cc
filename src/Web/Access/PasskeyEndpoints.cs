using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Voltloop.Web.Access;

/// <summary>Passkeys over HTTP, for the scripts of the pages.</summary>
internal static class PasskeyEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/passkeys", (PasskeyDesk desk) => desk.List().Select(PasskeyResource.Of)).WithName("ListPasskeys").WithSummary("Passkeys of the account that is signed in.");
        api.MapPost("/passkeys/options", (HttpContext http, PasskeyCeremony passkeys) => passkeys.BeginAsync(http))
            .WithName("BeginPasskey").WithSummary("Begins to register a passkey: a challenge for the authenticator.").WithMetadata(OpenTo.Known);
        api.MapPost("/passkeys", AddAsync).WithName("AddPasskey").WithSummary("Registers the passkey that the authenticator made.").WithMetadata(OpenTo.Known);
        api.MapDelete("/passkeys/{passkeyId}", RevokeAsync).WithName("RevokePasskey").WithSummary("Revokes a passkey and ends the sessions that it began, at once.").WithMetadata(OpenTo.Known);
        api.MapPost("/sign-in/options", (HttpContext http, PasskeyCeremony passkeys) => passkeys.ChallengeAsync(http))
            .WithName("BeginSignIn").WithSummary("Begins to sign in with a passkey: a challenge for the authenticator.").WithMetadata(OpenTo.Anyone);
        api.MapPost("/sign-in", SignInAsync).WithName("SignInWithPasskey").WithSummary("Signs in with a passkey; the answer sets the session cookie.").WithMetadata(OpenTo.Anyone);
    }

    private static async Task<Created<PasskeyResource>> AddAsync(HttpContext http, PasskeyAnswer body, PasskeyCeremony passkeys)
    {
        var made = await passkeys.AddAsync(http, body);
        return TypedResults.Created($"/api/v1/passkeys/{made.Id}", PasskeyResource.Of(made));
    }

    private static async Task<NoContent> RevokeAsync(string passkeyId, PasskeyDesk desk)
    {
        await desk.RevokeAsync(passkeyId);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SignInAsync(HttpContext http, PasskeyAnswer body, PasskeyCeremony passkeys)
    {
        var (secret, session) = await passkeys.SignInAsync(http, body);
        SignInEndpoints.SignedIn(http, secret, session);
        return TypedResults.NoContent();
    }
}
