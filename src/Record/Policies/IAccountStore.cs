namespace Voltloop.Record.Policies;

/// <summary>Keeps accounts, keys and sessions. Each call sees what any process wrote before.</summary>
public interface IAccountStore
{
    /// <summary>Whether anybody can sign in.</summary>
    bool HasAccounts { get; }

    /// <summary>The account, or <c>null</c>.</summary>
    Account? FindAccount(string name);

    /// <summary>All accounts by name.</summary>
    IReadOnlyList<Account> ListAccounts();

    /// <summary>Adds or replaces an account as another node has it.</summary>
    void Save(Account account);

    /// <summary>Adds or changes an account in one step: what others changed since it was last looked at is not undone.</summary>
    /// <param name="name">Name of the account.</param>
    /// <param name="change">Gets the account as it is now, or <c>null</c>; gives it as it shall be. What it throws leaves everything as it was.</param>
    /// <returns>What is kept.</returns>
    Account Change(string name, Func<Account?, Account> change);

    /// <summary>The key with this hash, or <c>null</c>.</summary>
    ApiKey? FindKey(string hash);

    /// <summary>All keys, newest first.</summary>
    IReadOnlyList<ApiKey> ListKeys();

    /// <summary>Adds or replaces a key.</summary>
    void Save(ApiKey key);

    /// <summary>The session with this hash, or <c>null</c>.</summary>
    SignInSession? FindSession(string hash);

    /// <summary>Adds a session, and forgets those that ended before a moment.</summary>
    void Save(SignInSession session, DateTimeOffset now);

    /// <summary>Ends one session, or all of an account, or all there are when neither is named.</summary>
    void EndSessions(string? hash, string? account);
}
