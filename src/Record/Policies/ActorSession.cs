namespace Voltloop.Record.Policies;

/// <summary>One actor at work: a request, or a verb of the command line.</summary>
/// <param name="Actor">Who is asking.</param>
public sealed record ActorSession(Actor Actor)
{
    /// <summary>What was read of controlled data.</summary>
    public AccessTrail Trail { get; } = new();
}
