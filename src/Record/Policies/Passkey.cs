namespace Voltloop.Record.Policies;

/// <summary>A passkey of an account (W3C Web Authentication). The private key never leaves the authenticator.</summary>
/// <param name="Id">Credential identifier, base64url.</param>
/// <param name="Account">Name of the account.</param>
/// <param name="UserHandle">Random name that the authenticator knows the account by; the same for all passkeys of an account.</param>
/// <param name="PublicKey">Public key (COSE).</param>
public sealed record Passkey(string Id, string Account, string UserHandle, ReadOnlyMemory<byte> PublicKey)
{
    /// <summary>What its owner calls it.</summary>
    public string Label { get; init; } = "";

    /// <summary>Signatures counted by the authenticator; 0 when it does not count. It only ever grows.</summary>
    public uint SignCount { get; init; }

    /// <summary>How the authenticator is reached, for example <c>internal</c> or <c>usb</c>.</summary>
    public IReadOnlyList<string> Transports { get; init; } = [];

    /// <summary>Whether the authenticator may copy it to other devices of its owner, and whether it has.</summary>
    public PasskeyBackup Backup { get; init; }

    /// <summary>When it was registered (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last signed somebody in (UTC).</summary>
    public DateTimeOffset? UsedAt { get; init; }
}
