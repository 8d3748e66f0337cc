using Voltloop.Core.Identities;

namespace Voltloop.Record.Policies;

/// <summary>Names the audiences that the actor at work belongs to where one thing is concerned.</summary>
/// <param name="access">Knows who answers for the thing.</param>
/// <param name="work">Who is asking, and when.</param>
public sealed class ActorAudiences(RecordAccess access, ActorWork work)
{
    /// <summary>The audience through whose eyes the actor looks; else <c>operator</c> for who answers for the thing; else those that were vouched for; else <c>public</c>.</summary>
    public async ValueTask<IReadOnlyList<string>> OfAsync(ThingId thing, CancellationToken cancellation = default)
    {
        var actor = work.Actor;
        if (actor.ViewsAs is { } only) return [only];
        if (await AnswersForAsync(actor, thing, cancellation)) return [AudiencePolicy.Operator];
        return actor.Audiences.Count > 0 ? [.. actor.Audiences.Order(StringComparer.Ordinal)] : [AudiencePolicy.Public];
    }

    private async ValueTask<bool> AnswersForAsync(Actor actor, ThingId thing, CancellationToken cancellation) =>
        actor.IsKeeper || (!actor.IsAnonymous && (await access.Register.SubjectAsync(thing, cancellation)).ResponsibleAt(work.Now, access.Policy.Keeper) == actor.Operator);
}
