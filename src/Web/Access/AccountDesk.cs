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
        var made = new Account(name, request.Operator is null ? settings.Keeper : ThingId.Parse(request.Operator), request.Audiences.ToHashSet(StringComparer.Ordinal), request.Roles ?? FirstRoles(), "")
        {
            CreatedAt = _work.Now,
        };
        var hash = Hasher.HashPassword(made, request.Password);
        var account = store.Change(name, known => known is null ? made with { PasswordHash = hash } : throw new ProblemException(CommonProblems.Conflict, $"There is an account \"{name}\" already."));
        await _work.LogAsync("account-added", $"{name} for {account.Operator}: {account.Roles}, audiences {string.Join(' ', account.Audiences)}");
        return account;
    }

    /// <summary>Shuts an account: its sessions end and its keys stop working, at once.</summary>
    public async Task DisableAsync(string name)
    {
        var account = store.Change(NameOf(name), known => known is null ? throw new ProblemException(CommonProblems.NotFound, $"There is no account \"{name}\".") : known with { Disabled = true });
        store.EndSessions(null, account.Name);
        await _work.LogAsync("account-disabled", account.Name);
    }

    /// <summary>Signs in; the text of the cookie to set.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.SignInFailed"/> or <see cref="AccessProblems.LockedOut"/>.</exception>
    public async Task<(string Secret, SignInSession Session)> SignInAsync(string name, string password)
    {
        var account = Check(name.Trim().ToLowerInvariant(), password);
        var begun = await sessions.BeginAsync(account.Name, "with password");
        if (IsStill(account, store.FindAccount(account.Name))) return begun;
        // Whoever shut the account or changed its password has ended its sessions already, perhaps before this one was there.
        sessions.End(begun.Secret);
        throw Wrong();
    }

    /// <summary>Changes a password; all sessions end.</summary>
    public async Task ChangePasswordAsync(string name, string password, string next)
    {
        CheckPassword(next);
        var account = Check(name, password);
        var hash = Hasher.HashPassword(account, next);
        store.Change(name, known => IsStill(account, known) ? known! with { PasswordHash = hash } : throw Wrong());
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
            if (account is not null) store.Change(account.Name, known => Count(known ?? account));
            throw Wrong();
        }
    }

    // Hashing takes long: meanwhile another process may have shut the account, or its owner changed the password.
    private Account Reset(Account account) => account.Failures == 0 ? account
        : store.Change(account.Name, known => IsStill(account, known) ? known! with { Failures = 0, LockedUntil = null } : throw Wrong());

    private Account Count(Account account) => account.Failures + 1 < settings.MaxFailures
        ? account with { Failures = account.Failures + 1 }
        : account with { Failures = 0, LockedUntil = _work.Now.AddMinutes(settings.LockMinutes) };

    private static bool IsStill(Account before, Account? now) => now is { Disabled: false } && string.Equals(now.PasswordHash, before.PasswordHash, StringComparison.Ordinal);

    private static ProblemException Wrong() => new(AccessProblems.SignInFailed, "Name or password is wrong.");

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
