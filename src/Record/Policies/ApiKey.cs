using Voltloop.Core.Identities;

namespace Voltloop.Record.Policies;

/// <summary>A key for programs. Only the hash is kept.</summary>
/// <param name="Id">Public name of the key, for lists and for revoking.</param>
/// <param name="Hash">SHA-256 of the key, lower-case hex.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Operator">Operator it acts for.</param>
public sealed record ApiKey(string Id, string Hash, string Label, ThingId Operator)
{
    /// <summary>Account it was made by; it dies with it. <c>null</c> for keys made at the command line.</summary>
    public string? Account { get; init; }

    /// <summary>Audiences it reads for.</summary>
    public IReadOnlySet<string> Audiences { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What it may do beside reading.</summary>
    public ActorRoles Roles { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>First moment it no longer works (UTC).</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was revoked (UTC).</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The actor that holds it.</summary>
    public Actor ToActor() => new(Operator, $"key {Id}", Audiences, Roles) { Authentication = "key" };
}
