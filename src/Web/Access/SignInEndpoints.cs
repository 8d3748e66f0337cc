using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Terms;
using Voltloop.Web.Pages;

namespace Voltloop.Web.Access;

/// <summary>The forms of the pages for signing in, for one's account, and for rights.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("").ExcludeFromDescription();
        forms.MapPost("/sign-in", SignInAsync).WithMetadata(OpenTo.Anyone);
        forms.MapGet("/sign-in/with", (HttpContext http, string issuer, string? returnUrl, CodeFlowDesk flow) => StartAsync(http, flow, (issuer, returnUrl)));
        forms.MapGet(CodeFlowDesk.CallbackPath, FinishAsync);
        forms.MapPost("/sign-out", SignOut).WithMetadata(OpenTo.Anyone);
        forms.MapPost("/account/sessions/end", EndOwnSessionsAsync).WithMetadata(OpenTo.Known);
        forms.MapPost("/access/emergency", EmergencyAsync);
        forms.MapPost("/account/password", ChangePasswordAsync).WithMetadata(OpenTo.Known);
        forms.MapPost("/account/keys", AddKeyAsync).WithMetadata(OpenTo.Known);
        forms.MapPost("/account/keys/revoke", RevokeKeyAsync).WithMetadata(OpenTo.Known);
        forms.MapPost("/account/passkeys/revoke", RevokePasskeyAsync).WithMetadata(OpenTo.Known);
        forms.MapPost("/access/grants", AddGrantAsync);
        forms.MapPost("/access/grants/revoke", RevokeGrantAsync);
        forms.MapPost("/access/hand-over", HandOverAsync);
    }

    private static async Task<RedirectHttpResult> SignInAsync(HttpContext http, [FromForm] string name, [FromForm] string password, AccountDesk accounts)
    {
        var back = http.Request.Form["returnUrl"].ToString() is var url && IsHere(url) ? url : "/";
        try
        {
            var (secret, session) = await accounts.SignInAsync(name, password);
            SignedIn(http, secret, session);
            return TypedResults.LocalRedirect(back);
        }
        catch (ProblemException e) when (e.Problem.Kind == AccessProblems.SignInFailed || e.Problem.Kind == AccessProblems.LockedOut)
        {
            return TypedResults.LocalRedirect($"/sign-in?problem={e.Problem.Kind.Code}&returnUrl={Uri.EscapeDataString(back)}");
        }
    }

    /// <summary>Gives a browser its cookie, and its own eyes back.</summary>
    internal static void SignedIn(HttpContext http, string secret, SignInSession session)
    {
        http.Response.Cookies.Append(ActorResolver.SessionCookie, secret, AccessMiddleware.CookieRules(http, session.ExpiresAt));
        http.Response.Cookies.Delete(ActorResolver.ViewCookie);
    }

    private static async Task<RedirectHttpResult> StartAsync(HttpContext http, CodeFlowDesk flow, (string Issuer, string? ReturnUrl) asked)
    {
        var address = await flow.StartAsync(http, asked.Issuer, IsHere(asked.ReturnUrl) ? asked.ReturnUrl! : "/");
        return TypedResults.Redirect(address.AbsoluteUri);
    }

    private static async Task<RedirectHttpResult> FinishAsync(HttpContext http, CodeFlowDesk flow)
    {
        var (secret, session, back) = await flow.FinishAsync(http);
        SignedIn(http, secret, session);
        return TypedResults.LocalRedirect(back);
    }

    // Takes the form so that the antiforgery check applies.
    private static RedirectHttpResult SignOut(HttpContext http, IFormCollection form, SessionDesk sessions)
    {
        if (http.Request.Cookies[ActorResolver.SessionCookie] is { Length: > 0 } secret) sessions.End(secret);
        http.Response.Cookies.Delete(ActorResolver.SessionCookie);
        return TypedResults.LocalRedirect("/");
    }

    private static async Task<RedirectHttpResult> ChangePasswordAsync(HttpContext http, [FromForm] string password, [FromForm] string next, AccountDesk accounts)
    {
        var actor = RequestActors.Of(http).Actor;
        if (actor.Authentication is not "account") throw new ProblemException(AccessProblems.Forbidden, "Only an account has a password.");
        await accounts.ChangePasswordAsync(actor.Name, password, next);
        return TypedResults.LocalRedirect("/sign-in?problem=password-changed");
    }

    private static async Task<RazorComponentResult> AddKeyAsync([FromForm] string label, [FromForm] string? days, [FromForm] string? write, KeyDesk keys)
    {
        var made = await keys.AddAsync(new KeyRequest(label, write is not null, Number(days)));
        return new RazorComponentResult<NewKeyPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(NewKeyPage.Made)] = made });
    }

    private static async Task<RedirectHttpResult> RevokeKeyAsync([FromForm] string id, KeyDesk keys)
    {
        await keys.RevokeAsync(id);
        return TypedResults.LocalRedirect("/account");
    }

    private static async Task<RedirectHttpResult> RevokePasskeyAsync([FromForm] string id, PasskeyDesk passkeys)
    {
        await passkeys.RevokeAsync(id);
        return TypedResults.LocalRedirect("/account#passkeys");
    }

    private static async Task<RedirectHttpResult> AddGrantAsync(IFormCollection form, RightsDesk rights, IVocabulary vocabulary)
    {
        var body = new GrantResource(form["grantee"].ToString().Trim(), Enum.TryParse<AccessRight>(form["right"], ignoreCase: true, out var right) ? right : AccessRight.Read)
        {
            Audience = Filled(form["audience"]),
            Terms = form["terms"].ToString().Split([' ', ',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
            Model = Filled(form["model"]),
            Thing = Filled(form["thing"]),
            To = Filled(form["to"]) is { } to ? Http.TimeParameters.Read(to, "to") : null,
            Delegable = form.ContainsKey("delegable"),
        };
        await rights.GrantAsync(body.ToRequest(), vocabulary);
        return TypedResults.LocalRedirect("/access#grants");
    }

    private static async Task<RedirectHttpResult> RevokeGrantAsync([FromForm] string id, RightsDesk rights)
    {
        await rights.RevokeAsync(id);
        return TypedResults.LocalRedirect("/access#grants");
    }

    private static async Task<RedirectHttpResult> EndOwnSessionsAsync(HttpContext http, IFormCollection form, SessionDesk sessions)
    {
        await sessions.EndAllAsync(RequestActors.Of(http).Actor.Name);
        return TypedResults.LocalRedirect("/sign-in");
    }

    private static async Task<RedirectHttpResult> EmergencyAsync(IFormCollection form, RightsDesk rights, SessionDesk sessions)
    {
        if (Filled(form["grantee"]) is { } grantee) await rights.RevokeAllAsync(ThingId.Parse(grantee));
        else await sessions.EndAllAsync(null);
        return TypedResults.LocalRedirect("/access#emergency");
    }

    private static async Task<RedirectHttpResult> HandOverAsync([FromForm] string thing, [FromForm] string successor, RightsDesk rights)
    {
        await rights.HandOverAsync(ThingId.Parse(thing.Trim()), ThingId.Parse(successor.Trim()), null);
        return TypedResults.LocalRedirect("/access");
    }

    // "//host" and "/\host" lead elsewhere.
    internal static bool IsHere(string? url) => url is ['/', ..] && url is not ['/', '/' or '\\', ..];

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
