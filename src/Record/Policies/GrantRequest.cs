using Voltloop.Core.Identities;

namespace Voltloop.Record.Policies;

/// <summary>A right that somebody wants to give.</summary>
/// <param name="Grantee">Operator who is to get it.</param>
/// <param name="Right">Read, write or administer.</param>
public sealed record GrantRequest(ThingId Grantee, AccessRight Right)
{
    /// <summary>Only what this audience reads.</summary>
    public string? Audience { get; init; }

    /// <summary>Only these terms; empty for no such limit.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Things it is about.</summary>
    public GrantScope Scope { get; init; } = GrantScope.All;

    /// <summary>From when on; <c>null</c> for at once.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when; <c>null</c> until it is revoked.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Whether the grantee may pass it on.</summary>
    public bool Delegable { get; init; }
}
