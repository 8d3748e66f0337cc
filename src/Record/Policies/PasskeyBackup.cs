namespace Voltloop.Record.Policies;

/// <summary>Whether a passkey is bound to one device.</summary>
public enum PasskeyBackup
{
    /// <summary>It stays on the device that made it.</summary>
    None = 0,

    /// <summary>It may be copied to other devices.</summary>
    Eligible = 1,

    /// <summary>It was copied.</summary>
    BackedUp = 2,
}
