namespace Voltloop.Record.Policies;

/// <summary>Who is at work, at what time, and the log of it.</summary>
/// <param name="actors">Knows who is asking.</param>
/// <param name="clock">Moment of asking.</param>
/// <param name="log">The access log.</param>
public sealed class ActorWork(IActorSource actors, TimeProvider clock, IAccessLog log)
{
    /// <summary>Who is asking.</summary>
    public Actor Actor => actors.Current.Actor;

    /// <summary>What the work at hand leaves in the access log.</summary>
    public AccessTrail Trail => actors.Current.Trail;

    /// <summary>Moment of asking (UTC).</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The same for another actor.</summary>
    public ActorWork For(Actor actor) => new(new FixedActor(actor), clock, log);

    /// <summary>The access log.</summary>
    public IAccessLog Log => log;

    /// <summary>Logs what the actor at work did.</summary>
    public Task LogAsync(string action, string what)
    {
        var actor = Actor;
        return log.AppendAsync([new AccessEntry(actor.Operator?.Value ?? "", actor.Name, action, what, Now)]);
    }
}
