namespace Voltloop.Record.Policies;

/// <summary>Always the same actor: for work that runs later in the name of somebody.</summary>
/// <param name="actor">The actor.</param>
public sealed class FixedActor(Actor actor) : IActorSource
{
    /// <inheritdoc/>
    public ActorSession Current { get; } = new(actor);
}
