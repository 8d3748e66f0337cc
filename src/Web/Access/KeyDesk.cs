using System.Security.Cryptography;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Terms;

namespace Voltloop.Web.Access;

/// <summary>Makes, lists, revokes and recognises API keys.</summary>
/// <param name="store">Keeps the hashes.</param>
/// <param name="vocabulary">Knows the audiences.</param>
/// <param name="settings">Longest life.</param>
/// <param name="work">Who is asking, when, and where it is logged.</param>
public sealed class KeyDesk(IAccountStore store, Vocabulary vocabulary, AccessSettings settings, ActorWork work)
{
    /// <summary>How every key begins, so that leaked ones can be found by scanners.</summary>
    public const string Prefix = "vl_";

    private const int UsualDays = 90;

    /// <summary>Makes a key; its text is shown this once.</summary>
    /// <exception cref="ProblemException">The key would hold more than its maker.</exception>
    public async Task<NewKey> AddAsync(KeyRequest request)
    {
        var actor = Maker();
        var secret = Secrets.New(Prefix);
        var key = new ApiKey(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)), Secrets.Hash(secret), Label(request), OperatorOf(request, actor))
        {
            Account = string.Equals(actor.Authentication, "account", StringComparison.Ordinal) ? actor.Name : null,
            Audiences = AudiencesOf(request, actor),
            Roles = RolesOf(request, actor),
            CreatedAt = work.Now,
            ExpiresAt = work.Now.AddDays(DaysOf(request)),
        };
        store.Save(key);
        await work.LogAsync("key-added", $"{key.Id} for {key.Operator}: {(key.Roles == ActorRoles.None ? "reads" : "reads and writes")}, audiences {string.Join(' ', key.Audiences)}, until {key.ExpiresAt:O}");
        return new NewKey(key, secret);
    }

    /// <summary>Keys of the actor's operator; all of them for the keeper.</summary>
    public IReadOnlyList<ApiKey> List()
    {
        var actor = Known();
        return [.. store.ListKeys().Where(key => actor.IsKeeper || key.Operator == actor.Operator)];
    }

    /// <summary>Revokes a key, at once.</summary>
    /// <exception cref="ProblemException">There is no such key that the actor may know of.</exception>
    public async Task RevokeAsync(string id)
    {
        var key = List().FirstOrDefault(key => string.Equals(key.Id, id, StringComparison.Ordinal)) ?? throw new ProblemException(CommonProblems.NotFound, $"There is no key \"{id}\".");
        store.Save(key with { RevokedAt = key.RevokedAt ?? work.Now });
        await work.LogAsync("key-revoked", key.Id);
    }

    /// <summary>The actor that holds a key.</summary>
    /// <exception cref="ProblemException"><see cref="AccessProblems.BadKey"/>: unknown, expired, revoked, or of a shut account; which one is not said.</exception>
    public Actor Recognise(string secret)
    {
        var key = store.FindKey(Secrets.Hash(secret));
        if (key is null || key.RevokedAt is not null || key.ExpiresAt <= work.Now || (key.Account is { } name && store.FindAccount(name) is not { Disabled: false }))
        {
            throw new ProblemException(AccessProblems.BadKey, "The API key is unknown, expired or revoked.", null, "Make a new one at /account or with ./run key add.");
        }

        return key.ToActor();
    }

    private Actor Known()
    {
        var actor = work.Actor;
        return actor.IsAnonymous || actor.ViewsAs is not null ? throw new ProblemException(AccessProblems.SignInRequired, "Keys belong to an operator.") : actor;
    }

    // A key, token or session of an issuer can be taken back elsewhere; a key made with it would live on.
    private Actor Maker() => Known() is { Authentication: "account" or "desk" or "house" } maker
        ? maker : throw new ProblemException(AccessProblems.Forbidden, "Keys are made by accounts of this server.", null, "Send a token of your organisation, or ask who runs this server for a key.");

    private static string Label(KeyRequest request) => request.Label is { Length: > 0 and <= WriteLimits.MaxLabelLength } label
        ? label : throw new ProblemException(CommonProblems.InvalidValue, $"A key needs a label of at most {WriteLimits.MaxLabelLength} characters.", "label");

    private static ThingId OperatorOf(KeyRequest request, Actor actor)
    {
        if (request.Operator is null) return actor.Operator!.Value;
        var asked = ThingId.Parse(request.Operator);
        return actor.IsKeeper || asked == actor.Operator ? asked : throw Wider("operator");
    }

    private HashSet<string> AudiencesOf(KeyRequest request, Actor actor)
    {
        var asked = (request.Audiences ?? []).ToHashSet(StringComparer.Ordinal);
        foreach (var audience in asked) vocabulary.Audiences.Get(audience);
        return actor.IsKeeper || asked.IsSubsetOf(actor.Audiences) ? asked : throw Wider("audiences");
    }

    private static ActorRoles RolesOf(KeyRequest request, Actor actor)
    {
        if (!request.Write) return ActorRoles.None;
        return actor.IsWriter ? ActorRoles.Writer : throw Wider("write");
    }

    private int DaysOf(KeyRequest request)
    {
        var days = request.Days ?? UsualDays;
        return days >= 1 && days <= settings.MaxKeyDays ? days : throw new ProblemException(CommonProblems.InvalidValue, $"A key lives 1 to {settings.MaxKeyDays} days.", "days");
    }

    private static ProblemException Wider(string what) => new(AccessProblems.Forbidden, "A key cannot hold more than whoever makes it.", what);
}
