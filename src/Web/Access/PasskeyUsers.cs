using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>Shows accounts and passkeys to the WebAuthn code of ASP.NET Core Identity. It reads only; changes go through the desks.</summary>
internal sealed class PasskeyUsers(IAccountStore accounts, IPasskeyStore passkeys) : IUserPasskeyStore<Account>
{
    public static UserPasskeyInfo ToInfo(Passkey key) => new(
        Base64Url.DecodeFromChars(key.Id), key.PublicKey.ToArray(), key.CreatedAt, key.SignCount, [.. key.Transports],
        isUserVerified: true, isBackupEligible: key.Backup != PasskeyBackup.None, isBackedUp: key.Backup == PasskeyBackup.BackedUp, attestationObject: [], clientDataJson: []);

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(passkeys.FindAccountByHandle(userId) is { } name ? accounts.FindAccount(name) : null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Task.FromResult(accounts.FindAccount(normalizedUserName));

    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(passkeys.FindPasskey(Base64Url.EncodeToString(credentialId)) is { } key ? accounts.FindAccount(key.Account) : null);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(passkeys.FindPasskey(Base64Url.EncodeToString(credentialId)) is { } key && string.Equals(key.Account, user.Name, StringComparison.Ordinal) ? ToInfo(key) : null);

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. passkeys.ListPasskeys(user.Name).Select(ToInfo)]);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(passkeys.ListPasskeys(user.Name) is [var first, ..] ? first.UserHandle : "");

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw ReadsOnly();

    public void Dispose()
    {
        // The stores belong to the record.
    }

    private static NotSupportedException ReadsOnly() => new("Accounts and passkeys are changed by the desks.");
}
