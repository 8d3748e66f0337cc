using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>Who is asking, as the API shows it.</summary>
/// <param name="Operator">Operator identifier; absent for anonymous visitors.</param>
/// <param name="Name">Name of the account, key or token subject.</param>
/// <param name="Authentication">How it is known: none, desk, account, issuer, key or token.</param>
/// <param name="Audiences">Audiences it reads for.</param>
/// <param name="Writes">Whether it may write where it answers or holds a grant.</param>
/// <param name="Keeper">Whether it runs the store.</param>
/// <param name="SeesAs">Audience through whose eyes it looks.</param>
public sealed record MeResource(string? Operator, string Name, string Authentication, IReadOnlyList<string> Audiences, bool Writes, bool Keeper, string? SeesAs)
{
    /// <summary>Shows an actor.</summary>
    public static MeResource Of(Actor actor) => new(
        actor.Operator?.Value, actor.Name, actor.Authentication, [.. actor.Audiences.Append(AudiencePolicy.Public).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], actor.IsWriter, actor.IsKeeper, actor.ViewsAs);
}
