using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>A passkey, as the API shows it.</summary>
/// <param name="Id">Credential identifier, base64url.</param>
/// <param name="Label">What its owner calls it.</param>
/// <param name="CreatedAt">When it was registered (UTC).</param>
/// <param name="UsedAt">When it last signed somebody in (UTC).</param>
/// <param name="Synced">Whether it was copied to other devices of its owner.</param>
public sealed record PasskeyResource(string Id, string Label, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt, bool Synced)
{
    /// <summary>Shows a passkey.</summary>
    public static PasskeyResource Of(Passkey key) => new(key.Id, key.Label, key.CreatedAt, key.UsedAt, key.Backup == PasskeyBackup.BackedUp);
}
