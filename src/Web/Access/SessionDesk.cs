using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>Sessions of browsers: begins them, recognises their cookies, and ends them.</summary>
/// <param name="store">Keeps the hashes of the cookies.</param>
/// <param name="settings">How long a browser stays signed in, and which issuers may vouch for a visitor.</param>
/// <param name="work">When, and where it is logged.</param>
public sealed class SessionDesk(IAccountStore store, AccessSettings settings, ActorWork work)
{
    /// <summary>Who is asking, when, and where it is logged.</summary>
    public ActorWork Work => work;

    /// <summary>Begins a session of an account; the text of the cookie to set.</summary>
    /// <param name="account">Name of the account.</param>
    /// <param name="how">For the log: how it signed in.</param>
    /// <param name="passkey">The passkey that signed in, if one did.</param>
    public Task<(string Secret, SignInSession Session)> BeginAsync(string account, string how, string? passkey = null) =>
        BeginAsync(hash => new SignInSession(hash, account, Until) { Passkey = passkey }, (store.FindAccount(account)?.Operator.Value ?? "", account, how));

    /// <summary>Begins a session of a visitor that an issuer vouches for.</summary>
    public Task<(string Secret, SignInSession Session)> BeginAsync(IssuerClaims claims) =>
        BeginAsync(hash => new SignInSession(hash, "", Until) { Claims = claims }, (claims.Operator, claims.Subject, "with " + claims.Issuer));

    /// <summary>The actor of a cookie, or <c>null</c> when it counts no more.</summary>
    public Actor? Recognise(string secret)
    {
        if (store.FindSession(Secrets.Hash(secret)) is not { } session || session.ExpiresAt <= work.Now) return null;
        if (session.Claims is { } claims) return IssuerRules.Of(settings, claims.Issuer)?.ToActor(claims, "issuer");
        return store.FindAccount(session.Account) is { Disabled: false } account ? account.ToActor() : null;
    }

    /// <summary>Ends the session of a cookie.</summary>
    public void End(string secret) => store.EndSessions(Secrets.Hash(secret), null);

    /// <summary>Ends all sessions of an account, at once; for the keeper also those of another account, or of everybody.</summary>
    /// <param name="account">Name of the account; <c>null</c> for everybody.</param>
    /// <exception cref="ProblemException">The actor is neither the keeper nor that account.</exception>
    public async Task EndAllAsync(string? account)
    {
        var actor = work.Actor;
        if (actor.IsAnonymous) throw new ProblemException(AccessProblems.SignInRequired, "There is no session to end.");
        var isOwn = account is not null && actor.Authentication is "account" && string.Equals(actor.Name, account, StringComparison.Ordinal);
        if (!actor.IsKeeper && !isOwn) throw new ProblemException(AccessProblems.Forbidden, $"{actor.Name} may end its own sessions only.");
        store.EndSessions(null, account);
        await work.LogAsync("signed-out", account ?? "everybody");
    }

    private DateTimeOffset Until => work.Now.AddHours(settings.SessionHours);

    private async Task<(string Secret, SignInSession Session)> BeginAsync(Func<string, SignInSession> session, (string Who, string Name, string How) entry)
    {
        var secret = Secrets.New("");
        var begun = session(Secrets.Hash(secret));
        store.Save(begun, work.Now);
        // Until now nobody was signed in: the entry names who came, not who asked.
        await work.Log.AppendAsync([new AccessEntry(entry.Who, entry.Name, "signed-in", entry.How, work.Now)]);
        return (secret, begun);
    }
}
