using Voltloop.Record.Policies;

namespace Voltloop.Tests.EndToEnd.Access;

/// <summary>The accounts of a house, with something that another process does right after an account was looked at, or right before a session is kept.</summary>
internal sealed class MeddledAccounts(IAccountStore inner) : IAccountStore
{
    /// <summary>Done once, after the next look at an account.</summary>
    public Action? AfterLook { get; set; }

    /// <summary>Done once, before the next session is kept.</summary>
    public Action? BeforeSession { get; set; }

    /// <summary>The session that was kept last.</summary>
    public SignInSession? Kept { get; private set; }

    public bool HasAccounts => inner.HasAccounts;

    public Account? FindAccount(string name)
    {
        var found = inner.FindAccount(name);
        var meddle = AfterLook;
        AfterLook = null;
        meddle?.Invoke();
        return found;
    }

    public IReadOnlyList<Account> ListAccounts() => inner.ListAccounts();

    public void Save(Account account) => inner.Save(account);

    public Account Change(string name, Func<Account?, Account> change) => inner.Change(name, change);

    public ApiKey? FindKey(string hash) => inner.FindKey(hash);

    public IReadOnlyList<ApiKey> ListKeys() => inner.ListKeys();

    public void Save(ApiKey key) => inner.Save(key);

    public SignInSession? FindSession(string hash) => inner.FindSession(hash);

    public void Save(SignInSession session, DateTimeOffset now)
    {
        BeforeSession?.Invoke();
        BeforeSession = null;
        inner.Save(session, now);
        Kept = session;
    }

    public void EndSessions(string? hash, string? account) => inner.EndSessions(hash, account);
}
