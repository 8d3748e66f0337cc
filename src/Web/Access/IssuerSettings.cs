namespace Voltloop.Web.Access;

/// <summary>An OpenID Connect issuer whose tokens are taken.</summary>
public sealed record IssuerSettings
{
    /// <summary>Issuer identifier, as in the claim <c>iss</c>; its discovery document stands under <c>/.well-known/openid-configuration</c>.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>Name on the page for signing in; the issuer identifier when not given.</summary>
    public string? Label { get; init; }

    /// <summary>This service's client identifier at the issuer; without it, browsers cannot sign in with the issuer.</summary>
    public string? ClientId { get; init; }

    /// <summary>Secret of a confidential client; a public client has none and relies on PKCE.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Scopes to ask for, beside <c>openid</c>.</summary>
    public IList<string> Scopes { get; init; } = [];

    /// <summary>This service's name in the claim <c>aud</c> of bearer tokens.</summary>
    public string Audience { get; init; } = "";

    /// <summary>Claim with the operator identifier (EN 18219).</summary>
    public string OperatorClaim { get; init; } = "operator_id";

    /// <summary>Claim with the audiences the actor belongs to: a list, or names separated by blanks.</summary>
    public string AudiencesClaim { get; init; } = "voltloop_audiences";

    /// <summary>Claim that holds <c>writer</c> for actors who may write.</summary>
    public string RolesClaim { get; init; } = "voltloop_roles";

    /// <summary>Audiences that this issuer may vouch for; others in its tokens are ignored.</summary>
    public IList<string> Audiences { get; init; } = [];

    /// <summary>Operators that this issuer may speak for; empty for any but the keeper.</summary>
    public IList<string> Operators { get; init; } = [];

    /// <summary>Shortest time between two looks at the issuer's keys when a token names an unknown one, in seconds.</summary>
    public double KeyRefreshSeconds { get; init; } = 10;
}
