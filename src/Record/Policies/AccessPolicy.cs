using Voltloop.Core.Identities;

namespace Voltloop.Record.Policies;

/// <summary>
/// Decides by four rules, in this order: the keeper reads everything; an audience reads its points of Annex XIII of every
/// thing; the operator who answers for a thing reads and writes it; a grant gives what its grantor holds.
/// </summary>
/// <param name="keeper">The operator who runs the store.</param>
/// <param name="audiences">The table of audiences.</param>
/// <param name="points">The point of each term, today and before.</param>
/// <param name="grants">The grants as they stand now.</param>
public sealed class AccessPolicy(ThingId keeper, AudiencePolicy audiences, TermPoints points, IGrants grants) : IAccessPolicy
{
    /// <summary>Longest chain of grants: the responsible operator gives to one, who gives to another, and so on.</summary>
    public const int MaxChain = 4;

    /// <inheritdoc/>
    public ThingId Keeper => keeper;

    /// <inheritdoc/>
    public AccessDecision MayRead(Actor actor, AccessSubject subject, string term, AccessMoments moments) =>
        MayReadAnywhere(actor, term, moments) ?? ByOperator(actor, subject, new Question(AccessRight.Read, term, moments));

    /// <inheritdoc/>
    public AccessDecision? MayReadAnywhere(Actor actor, string term, AccessMoments moments)
    {
        if (actor.IsKeeper) return AccessDecision.By("keeper");
        if (ByAudience(actor, term, moments) is { } audience) return AccessDecision.By(audience);
        return actor.ViewsAs is null && actor.Operator is not null ? null : AccessDecision.Refused;
    }

    /// <inheritdoc/>
    public AccessDecision MayWrite(Actor actor, AccessSubject subject, string term, DateTimeOffset at) =>
        actor.IsWriter ? ByOperator(actor, subject, new Question(AccessRight.Write, term, AccessMoments.At(at))) : AccessDecision.Refused;

    /// <inheritdoc/>
    public AccessDecision MayAdminister(Actor actor, AccessSubject subject, DateTimeOffset at) =>
        actor.IsWriter ? ByOperator(actor, subject, new Question(AccessRight.Administer, AccessTerms.Responsible, AccessMoments.At(at))) : AccessDecision.Refused;

    /// <inheritdoc/>
    public bool IsPublic(string term, AccessMoments moments) => Reads(AudiencePolicy.Public, points.Today(term)) && Reads(AudiencePolicy.Public, points.At(term, moments.RecordedAt));

    /// <inheritdoc/>
    public bool HoldsAll(ThingId grantor, Grant grant, AccessSubject? subject)
    {
        // Without one thing in view every use is bounded by what the grantor holds of that thing then.
        if (subject is null || subject.ResponsibleAt(grant.From, keeper) == grantor) return true;
        return grants.Of(grantor).Any(held => held.Delegable && held.HoldsAt(grant.From) && IsWithin(grant, held) && Depth(held, 1) < MaxChain);
    }

    // Both the point of today and that of the time of recording must be open: what was restricted stays restricted.
    private string? ByAudience(Actor actor, string term, AccessMoments moments)
    {
        var (today, then) = (points.Today(term), points.At(term, moments.RecordedAt));
        string[] own = actor.ViewsAs is { } only ? [only] : [AudiencePolicy.Public, .. actor.Audiences];
        var first = own.FirstOrDefault(audience => IsGeneral(audience) && Reads(audience, today));
        return first is not null && own.Any(audience => IsGeneral(audience) && Reads(audience, then)) ? $"audience {first}" : null;
    }

    // "operator" is no status that somebody can have everywhere: it follows from answering for a thing.
    private static bool IsGeneral(string audience) => !string.Equals(audience, AudiencePolicy.Operator, StringComparison.Ordinal);

    private bool Reads(string audience, int point) => audiences.Reads(audience, point);

    private AccessDecision ByOperator(Actor actor, AccessSubject subject, Question question)
    {
        if (actor.ViewsAs is not null || actor.Operator is not { } operatorId) return AccessDecision.Refused;
        if (IsResponsible(operatorId, subject, question)) return AccessDecision.By("responsible");
        var grant = grants.Of(operatorId).FirstOrDefault(held => Gives(held, subject, question, 1));
        return grant is null ? AccessDecision.Refused : AccessDecision.By($"grant {grant.Id}");
    }

    private bool IsResponsible(ThingId operatorId, AccessSubject subject, Question question) =>
        subject.ResponsibleAt(question.Moments.Now, keeper) == operatorId
        && (question.Right != AccessRight.Read || (Reads(AudiencePolicy.Operator, points.Today(question.Term)) && Reads(AudiencePolicy.Operator, points.At(question.Term, question.Moments.RecordedAt))));

    private bool Gives(Grant grant, AccessSubject subject, Question question, int depth) =>
        grant.HoldsAt(question.Moments.Now) && grant.Right >= question.Right && grant.Scope.Contains(subject)
        && IsAbout(grant, question) && GrantorHolds(grant, subject, question, depth);

    private bool IsAbout(Grant grant, Question question) =>
        (grant.Terms.Count == 0 || grant.Terms.Contains(question.Term))
        && (grant.Audience is null || (Reads(grant.Audience, points.Today(question.Term)) && Reads(grant.Audience, points.At(question.Term, question.Moments.RecordedAt))));

    private bool GrantorHolds(Grant grant, AccessSubject subject, Question question, int depth) =>
        IsResponsible(grant.Grantor, subject, question)
        || (depth < MaxChain && grants.Of(grant.Grantor).Any(held => held.Delegable && Gives(held, subject, question, depth + 1)));

    private static bool IsWithin(Grant inner, Grant outer) =>
        outer.Right >= inner.Right
        && (outer.Audience is null || string.Equals(outer.Audience, inner.Audience, StringComparison.Ordinal))
        && (outer.Terms.Count == 0 || (inner.Terms.Count > 0 && inner.Terms.IsSubsetOf(outer.Terms)))
        && (outer.Scope == GrantScope.All || outer.Scope == inner.Scope || (outer.Scope.Model is not null && inner.Scope.Thing is not null))
        && (outer.To is null || (inner.To is { } to && to <= outer.To));

    private int Depth(Grant grant, int depth) => depth >= MaxChain || grant.Grantor == keeper
        ? depth
        : grants.Of(grant.Grantor).Where(held => held.Delegable && IsWithin(grant, held)).Select(held => Depth(held, depth + 1)).DefaultIfEmpty(depth).Min();

    private readonly record struct Question(AccessRight Right, string Term, AccessMoments Moments);
}
