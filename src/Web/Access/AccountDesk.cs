using Microsoft.AspNetCore.Identity;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Terms;

namespace Voltloop.Web.Access;

/// <summary>Local accounts: made at the command line, used in the browser.</summary>
/// <param name="store">Keeps them.</param>
/// <param name="vocabulary">Knows the audiences.</param>
/// <param name="settings">Lock-out.</param>
/// <param name="sessions">Begins and ends sessions, and logs them.</param>
public sealed class AccountDesk(IAccountStore store, Vocabulary vocabulary, AccessSettings settings, SessionDesk sessions)
{
    /// <summary>Shortest password, in characters.</summary>
    public const int MinPassword = 10;

    /// <summary>Longest password, in characters: hashing must not be made to work for nothing.</summary>
    public const int MaxPassword = 256;

    private const int MaxName = 64;

    private static readonly PasswordHasher<Account> Hasher = new();

    // An unknown name must take as long as a wrong password.
    private static readonly Account Nobody = new("", default, new HashSet<string>(StringComparer.Ordinal), ActorRoles.None, Hasher.HashPassword(null!, "nobody has this password"));

    private readonly Lock _one = new();

    private readonly ActorWork _work = sessions.Work;

    /// <summary>Makes an account. The first one runs the store.</summary>
    /// <exception cref="ProblemException">The name is taken, or name, password or audience break a rule.</exception>
    public async Task<Account> AddAsync(AccountRequest request)
    {
        var name = NameOf(request.Name);
        CheckPassword(request.Password);
        foreach (var audience in request.Audiences) vocabulary.Audiences.Get(audience);
        if (store.FindAccount(name) is not null) throw new ProblemException(CommonProblems.Conflict, $"There is an account \"{name}\" already.");
        var account = new Account(name, request.Operator is null ? settings.Keeper : ThingId.Parse(request.Operator), request.Audiences.ToHashSet(StringComparer.Ordinal), request.Roles ?? FirstRoles(), "")
        {
            CreatedAt = _work.Now,
        };
        store.Save(account with { PasswordHash = Hasher.HashPassword(account, request.Password) });
        await _work.LogAsync("account-added", $"{name} for {account.Operator}: {account.Roles}, audiences {string.Join(' ', account.Audiences)}");
        return account;
    }

    /// <summary>Shuts an account: its sessions end and its keys stop working, at once.</summary>
    public async Task DisableAsync(string name)
    {
        var account = store.FindAccount(NameOf(name)) ?? throw new ProblemException(CommonProblems.NotFound, $"There is no account \"{name}\".");
        store.Save(account with { Disabled = true });
        store.EndSessions(null, account.Name);
        await _work.LogAsync("account-disabled", account.Name);
    }

    /// <summary>Signs in; the text of the cookie to set.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.SignInFailed"/> or <see cref="AccessProblems.LockedOut"/>.</exception>
    public async Task<(string Secret, SignInSession Session)> SignInAsync(string name, string password)
    {
        return await sessions.BeginAsync(Check(name.Trim().ToLowerInvariant(), password).Name, "with password");
    }

    /// <summary>Changes a password; all sessions end.</summary>
    public async Task ChangePasswordAsync(string name, string password, string next)
    {
        CheckPassword(next);
        var account = Check(name, password);
        store.Save(account with { PasswordHash = Hasher.HashPassword(account, next) });
        store.EndSessions(null, name);
        await _work.LogAsync("password-changed", name);
    }

    // One at a time, so that many guesses at once are counted one by one.
    private Account Check(string name, string password)
    {
        lock (_one)
        {
            var account = store.FindAccount(name);
            if (account?.LockedUntil is { } until && until > _work.Now) throw new ProblemException(AccessProblems.LockedOut, "Too many wrong passwords.", null, $"Try again after {until:u}.");
            var isRight = password.Length <= MaxPassword
                && Hasher.VerifyHashedPassword(account ?? Nobody, (account ?? Nobody).PasswordHash, password) != PasswordVerificationResult.Failed;
            if (account is { Disabled: false } && isRight) return Reset(account);
            if (account is not null) Count(account);
            throw new ProblemException(AccessProblems.SignInFailed, "Name or password is wrong.");
        }
    }

    private Account Reset(Account account)
    {
        var clean = account with { Failures = 0, LockedUntil = null };
        if (account.Failures > 0) store.Save(clean);
        return clean;
    }

    private void Count(Account account)
    {
        var failures = account.Failures + 1;
        store.Save(failures < settings.MaxFailures
            ? account with { Failures = failures }
            : account with { Failures = 0, LockedUntil = _work.Now.AddMinutes(settings.LockMinutes) });
    }

    private ActorRoles FirstRoles() => store.HasAccounts ? ActorRoles.None : ActorRoles.Writer | ActorRoles.Keeper;

    private static string NameOf(string text)
    {
        var name = text.Trim().ToLowerInvariant();
        return name.Length is > 0 and <= MaxName && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@')
            ? name
            : throw new ProblemException(CommonProblems.InvalidValue, $"\"{text}\" is no name for an account.", "name", $"Use letters, digits and . - _ @, at most {MaxName} characters.");
    }

    private static void CheckPassword(string password)
    {
        if (password.Length is < MinPassword or > MaxPassword)
        {
            throw new ProblemException(CommonProblems.InvalidValue, $"A password has {MinPassword} to {MaxPassword} characters.", "password");
        }
    }
}
