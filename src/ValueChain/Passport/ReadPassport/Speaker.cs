using Voltloop.Record.Policies;

namespace Voltloop.Passport.ReadPassport;

/// <summary>Who issues what a room writes: an operator speaks for itself; whoever runs the store writes down what others say.</summary>
internal sealed class Speaker(IActorSource actors)
{
    /// <summary>True when the actor at work may only speak for its own operator.</summary>
    public bool IsItself => actors.Current.Actor is { IsKeeper: false, Operator: not null };

    /// <summary>Issuer of a statement.</summary>
    /// <param name="named">Operator that the content names.</param>
    public string Issuer(string named) => actors.Current.Actor is { IsKeeper: false, Operator: { } own } ? own.Value : named;
}
