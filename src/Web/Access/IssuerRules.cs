using System.Security.Claims;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>What one issuer may say of a visitor: for which operators it speaks, and which audiences it may vouch for.</summary>
/// <param name="issuer">Settings of the issuer.</param>
/// <param name="keeper">The operator who runs the store; nobody speaks for it who is not told to.</param>
internal sealed class IssuerRules(IssuerSettings issuer, ThingId keeper)
{
    /// <summary>The rules of an issuer, or <c>null</c> when it is not configured.</summary>
    public static IssuerRules? Of(AccessSettings settings, string issuer) =>
        settings.Issuers.FirstOrDefault(known => string.Equals(known.Issuer, issuer, StringComparison.Ordinal)) is { } found ? new IssuerRules(found, settings.Keeper) : null;

    /// <summary>Reads the claims of a validated token.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.NoOperator"/>, or <see cref="AccessProblems.BadToken"/> when the issuer does not speak for that operator.</exception>
    public IssuerClaims Read(ClaimsIdentity token)
    {
        var named = token.FindFirst(issuer.OperatorClaim)?.Value;
        if (!ThingId.TryParse(named, out var id)) throw new ProblemException(AccessProblems.NoOperator, $"The claim \"{issuer.OperatorClaim}\" holds no operator identifier.");
        if (!MaySpeakFor(id)) throw new ProblemException(AccessProblems.BadToken, $"{issuer.Issuer} does not speak for {id}.");
        var writes = Values(token, issuer.RolesClaim).Contains("writer", StringComparer.Ordinal);
        return new IssuerClaims(issuer.Issuer, token.FindFirst("sub")?.Value ?? id.Value, id.Value, [.. Values(token, issuer.AudiencesClaim)], writes);
    }

    /// <summary>The actor as the settings of today let the issuer describe it; <c>null</c> when it may not speak for that operator any more.</summary>
    public Actor? ToActor(IssuerClaims claims, string authentication)
    {
        if (!ThingId.TryParse(claims.Operator, out var id) || !MaySpeakFor(id)) return null;
        var audiences = claims.Audiences.Where(issuer.Audiences.Contains).ToHashSet(StringComparer.Ordinal);
        return new Actor(id, claims.Subject, audiences, claims.Writes ? ActorRoles.Writer : ActorRoles.None) { Authentication = authentication };
    }

    private bool MaySpeakFor(ThingId operatorId) => issuer.Operators.Count == 0
        ? operatorId != keeper
        : issuer.Operators.Any(text => ThingId.TryParse(text, out var id) && id == operatorId);

    private static IEnumerable<string> Values(ClaimsIdentity claims, string type) =>
        claims.FindAll(type).SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
