namespace Voltloop.Record.Policies;

/// <summary>Keeps passkeys. Each call sees what any process wrote before.</summary>
public interface IPasskeyStore
{
    /// <summary>The passkey, or <c>null</c>.</summary>
    Passkey? FindPasskey(string id);

    /// <summary>Passkeys of an account, oldest first.</summary>
    IReadOnlyList<Passkey> ListPasskeys(string account);

    /// <summary>Name of the account that authenticators know by this handle, or <c>null</c>.</summary>
    string? FindAccountByHandle(string userHandle);

    /// <summary>Adds a passkey.</summary>
    /// <returns>False when one with this identifier is there already.</returns>
    bool Add(Passkey passkey);

    /// <summary>Notes a use, when the counter has not been moved on by another use since it was read.</summary>
    /// <returns>False when the passkey is gone or its counter has moved.</returns>
    bool Use(Passkey passkey, uint counterBefore);

    /// <summary>Forgets a passkey, and ends the sessions that it began, at once.</summary>
    void Remove(string id);
}
