namespace Voltloop.Record.Policies;

/// <summary>Knows who is asking right now.</summary>
public interface IActorSource
{
    /// <summary>The actor at work; anonymous where nobody is.</summary>
    ActorSession Current { get; }
}
