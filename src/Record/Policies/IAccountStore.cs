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

    /// <summary>Adds or replaces an account.</summary>
    void Save(Account account);

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
