using Voltloop.Core.Identities;

namespace Voltloop.Record.Policies;

/// <summary>A local account. It is no fact of a battery, so it is kept beside the record and not in it.</summary>
/// <param name="Name">Name to sign in with, in lower case.</param>
/// <param name="Operator">Operator it acts for.</param>
/// <param name="Audiences">Audiences it reads for.</param>
/// <param name="Roles">What it may do beside reading.</param>
/// <param name="PasswordHash">Salted hash, as the password hasher writes it.</param>
public sealed record Account(string Name, ThingId Operator, IReadOnlySet<string> Audiences, ActorRoles Roles, string PasswordHash)
{
    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it was shut.</summary>
    public bool Disabled { get; init; }

    /// <summary>Wrong passwords since the last right one.</summary>
    public int Failures { get; init; }

    /// <summary>Until when it waits after too many of them.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>The actor that signs in with it.</summary>
    public Actor ToActor() => new(Operator, Name, Audiences, Roles) { Authentication = "account" };
}
