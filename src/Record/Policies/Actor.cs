using Voltloop.Core.Identities;

namespace Voltloop.Record.Policies;

/// <summary>Who is asking. Every actor that is not anonymous acts for an operator (EN 18239, 5.2).</summary>
/// <param name="Operator">Identifier of the operator after EN 18219; <c>null</c> only for anonymous visitors.</param>
/// <param name="Name">Name for people and for the access log.</param>
/// <param name="Audiences">Audiences that whoever vouches for the actor gives it, for example <c>authority</c>; <c>public</c> goes without saying.</param>
/// <param name="Roles">What it may do beside reading.</param>
public sealed record Actor(ThingId? Operator, string Name, IReadOnlySet<string> Audiences, ActorRoles Roles)
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Anyone, without a login.</summary>
    public static readonly Actor Anonymous = new(null, "anonymous", Nothing, ActorRoles.None);

    /// <summary>How it is known: <c>none</c>, <c>desk</c>, <c>account</c>, <c>issuer</c>, <c>key</c>, <c>token</c> or <c>house</c>.</summary>
    public string Authentication { get; init; } = "none";

    /// <summary>The audience through whose eyes the actor looks; only what that audience sees is shown. <c>null</c> for its own eyes.</summary>
    public string? ViewsAs { get; init; }

    /// <summary>True when the actor is not known by name.</summary>
    public bool IsAnonymous => Operator is null;

    /// <summary>True for whoever runs the store and looks with its own eyes.</summary>
    public bool IsKeeper => Roles.HasFlag(ActorRoles.Keeper) && ViewsAs is null;

    /// <summary>True when the actor may write anything at all.</summary>
    public bool IsWriter => (Roles & (ActorRoles.Writer | ActorRoles.Keeper)) != ActorRoles.None && ViewsAs is null;

    /// <summary>How wide a view of a passport is drawn: as wide as the actor's rights (<c>operator</c>), unless it is anonymous or looks through other eyes.</summary>
    public string View => ViewsAs ?? (IsAnonymous ? AudiencePolicy.Public : AudiencePolicy.Operator);

    /// <summary>The same actor, seeing only what an audience sees; it can do nothing meanwhile.</summary>
    public Actor SeeingAs(string audience) => this with { ViewsAs = audience };

    /// <summary>The operator who runs the store, known by <paramref name="authentication"/>.</summary>
    public static Actor Keeper(ThingId operatorId, string name, string authentication) =>
        new(operatorId, name, Nothing, ActorRoles.Writer | ActorRoles.Keeper) { Authentication = authentication };
}
