using Voltloop.Core.Identities;

namespace Voltloop.Record.Policies;

/// <summary>The one decision point: who may read or write which term of which thing. Pure, quick, and the same for every room.</summary>
public interface IAccessPolicy
{
    /// <summary>The operator who runs the store and answers for things that name no other.</summary>
    ThingId Keeper { get; }

    /// <summary>Whether an actor may read the values of a term of a thing.</summary>
    AccessDecision MayRead(Actor actor, AccessSubject subject, string term, AccessMoments moments);

    /// <summary>
    /// The same without looking at the thing; <c>null</c> when the thing matters. Lets readers of public data skip a lookup.
    /// </summary>
    AccessDecision? MayReadAnywhere(Actor actor, string term, AccessMoments moments);

    /// <summary>Whether an actor may state a term of a thing.</summary>
    AccessDecision MayWrite(Actor actor, AccessSubject subject, string term, DateTimeOffset at);

    /// <summary>Whether an actor may hand over responsibility for a thing.</summary>
    AccessDecision MayAdminister(Actor actor, AccessSubject subject, DateTimeOffset at);

    /// <summary>Whether an operator holds a right that a grant would pass on; asked when the grant is made and again at each use.</summary>
    bool HoldsAll(ThingId grantor, Grant grant, AccessSubject? subject);

    /// <summary>Whether the public reads a term: such reads leave no trace.</summary>
    bool IsPublic(string term, AccessMoments moments);

    /// <summary>Those terms that an actor may read of a thing.</summary>
    IReadOnlyList<string> Readable(Actor actor, AccessSubject subject, IEnumerable<string> terms, DateTimeOffset at) =>
        [.. terms.Where(term => MayRead(actor, subject, term, AccessMoments.At(at)).Allowed)];
}
