using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>Lists and revokes passkeys.</summary>
/// <param name="store">Keeps them.</param>
/// <param name="work">Who is asking, and where it is logged.</param>
public sealed class PasskeyDesk(IPasskeyStore store, ActorWork work)
{
    /// <summary>Most passkeys of one account.</summary>
    public const int MaxPerAccount = 20;

    /// <summary>Passkeys of the account at work; none for an actor that is no account.</summary>
    public IReadOnlyList<Passkey> List() => AccountOf(work.Actor) is { } account ? store.ListPasskeys(account) : [];

    /// <summary>Revokes a passkey of the account at work; the sessions that it began end at once.</summary>
    /// <exception cref="ProblemException">The account has no such passkey.</exception>
    public Task RevokeAsync(string id) => RevokeAsync(Own(), id);

    /// <summary>Revokes a passkey of an account, at the command line.</summary>
    /// <exception cref="ProblemException">The account has no such passkey.</exception>
    public async Task RevokeAsync(string account, string id)
    {
        if (!store.ListPasskeys(account).Any(key => string.Equals(key.Id, id, StringComparison.Ordinal))) throw new ProblemException(CommonProblems.NotFound, $"There is no passkey \"{id}\".");
        store.Remove(id);
        await work.LogAsync("passkey-revoked", $"{id} of {account}");
    }

    /// <summary>Name of the account at work.</summary>
    /// <exception cref="ProblemException">The actor is no account, or looks through other eyes.</exception>
    public string Own()
    {
        if (work.Actor.IsAnonymous) throw new ProblemException(AccessProblems.SignInRequired, "Passkeys belong to an account.", null, "Sign in at /sign-in.");
        return AccountOf(work.Actor) ?? throw new ProblemException(AccessProblems.Forbidden, "Only an account with a browser session has passkeys.");
    }

    private static string? AccountOf(Actor actor) => actor.Authentication is "account" && actor.ViewsAs is null ? actor.Name : null;
}
