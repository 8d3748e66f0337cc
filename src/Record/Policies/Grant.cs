using Voltloop.Core.Identities;

namespace Voltloop.Record.Policies;

/// <summary>
/// A right that one operator gives another, from a moment to a moment. A grant never gives more than its grantor holds at
/// the moment of asking: it is looked up through the grantor each time, so that whatever the grantor loses, the grantee loses.
/// </summary>
/// <param name="Id">Name of the grant, unique in the store.</param>
/// <param name="Grantee">Operator who gets the right.</param>
/// <param name="Grantor">Operator who gives it: the responsible one, or one who holds a delegable grant.</param>
/// <param name="Right">Read, write or administer.</param>
public sealed record Grant(string Id, ThingId Grantee, ThingId Grantor, AccessRight Right)
{
    /// <summary>Only what this audience reads; <c>null</c> for no such limit.</summary>
    public string? Audience { get; init; }

    /// <summary>Only these terms; empty for no such limit.</summary>
    public IReadOnlySet<string> Terms { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Things it is about.</summary>
    public GrantScope Scope { get; init; } = GrantScope.All;

    /// <summary>First moment it holds (UTC).</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>First moment it no longer holds (UTC); <c>null</c> until it is revoked.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Whether the grantee may pass it on.</summary>
    public bool Delegable { get; init; }

    /// <summary>Whether the clock is inside the grant.</summary>
    public bool HoldsAt(DateTimeOffset at) => From <= at && (To is not { } to || at < to);
}
